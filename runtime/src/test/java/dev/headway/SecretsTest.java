package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;

/** Secrets of a failed statement reach neither an exception nor the log of the database. */
class SecretsTest {
    private static final String SECRET = "S3CR-pa55word";

    @DatabaseTest
    void hidesThePasswordOfAFailedStatement(TestDatabase database) {
        hides(database, op -> op.execute("CREATE USER u PASSWORD '" + SECRET + "' nonsense here"));
        hides(database, op -> op.execute("CREATE USER u IDENTIFIED BY '" + SECRET + "' nonsense here"));
        hides(database, op -> op.execute("UPDATE missing_table SET password = '" + SECRET + "'"));
    }

    @DatabaseTest
    void hidesTheSecretsOfFailedStatementsOfEachDatabase(TestDatabase database) {
        List.of(
                        "CREATE ROLE r nonsense PASSWORD '%s'",
                        "ALTER USER MAPPING FOR nobody SERVER nowhere OPTIONS (SET password '%s')",
                        "CREATE SUBSCRIPTION s CONNECTION 'host=localhost port=1 password=''%s''' PUBLICATION p nonsense",
                        "CREATE SERVER s FOREIGN DATA WRAPPER nowhere OPTIONS (password '%s') nonsense",
                        "SELECT dblink_connect('host=localhost port=1 password=%s')",
                        "SELECT pgp_sym_encrypt('data', '%s')",
                        "SELECT missing_column, AES_ENCRYPT('data', '%s')",
                        "CREATE FUNCTION nonsense AS $$ BEGIN EXECUTE 'CREATE ROLE r nonsense PASSWORD ''%s'''; END $$ nonsense",
                        "ALTER USER nobody IDENTIFIED BY 'x' REPLACE '%s'",
                        "CREATE USER u IDENTIFIED VIA nonsense USING '%s'",
                        "SET PASSWORD FOR nobody = PASSWORD('%s')",
                        "CHANGE MASTER TO nonsense = 1, MASTER_PASSWORD = '%s'",
                        "CHANGE REPLICATION SOURCE TO nonsense = 1, SOURCE_PASSWORD = '%s'",
                        "EXECUTE IMMEDIATE 'CREATE USER u nonsense IDENTIFIED BY ''%s'''",
                        "CREATE TABLE t (a int) nonsense CONNECTION = 'mysql://u:%s@localhost:1/db/t'",
                        "CREATE LINKED TABLE l('', 'jdbc:nonsense', 'sa', '%s', 'T')",
                        "CREATE LINKED TABLE l('', 'jdbc:h2:tcp://localhost:1/x;PASSWORD=%s', 'sa', '', 'T')",
                        "CREATE USER u SALT '00' HASH '%s'",
                        "SELECT FILE_READ('http://u:%s@localhost:1/x')",
                        "CALL DECRYPT('nonsense', '%s', X'00')",
                        "ATTACH DATABASE '/nowhere/x' AS y KEY '%s'",
                        "PRAGMA nonsense; PRAGMA key = '%s' nonsense",
                        "INSERT INTO missing_table (name, password) VALUES ('a', '%s')",
                        "INSERT INTO missing_table VALUES ('smtp.password', '%s')",
                        "SELECT 1 FROM missing_table WHERE url = 'postgresql://u:%s@localhost/db'",
                        "CREATE LOGIN l WITH PASSWORD = N'%s'",
                        "ALTER USER u IDENTIFIED BY %s nonsense")
                .forEach(sql -> hides(database, op -> op.execute(sql.replace("%s", SECRET))));
    }

    @DatabaseTest
    void hidesTheSecretsOfCommandsThatAreRefused(TestDatabase database) {
        for (String script : List.of(
                "\\connect postgresql://u:" + SECRET + "@host/db",
                "\\set password '" + SECRET + "'",
                "CREATE ROLE r PASSWORD '" + SECRET + "' \\g",
                "source other.sql -- password=" + SECRET)) {
            Throwable refused = catchThrowable(() ->
                    database.with(revision("a", op -> op.executeAll(script))).upgradeToHead());

            assertThat(trace(refused)).contains("A client program executes it").doesNotContain(SECRET);
        }
    }

    @DatabaseTest
    void hidesTheArgumentsOfAFailedStatement(TestDatabase database) {
        hides(database, op -> op.execute("UPDATE missing_table SET a = ?", SECRET));
    }

    @DatabaseTest
    void hidesEverythingOfASecretStatement(TestDatabase database) {
        List.<Directives>of(
                        op -> op.execute("nonsense " + SECRET).secret(),
                        op -> op.execute("SELECT * FROM \"" + SECRET + "\"").secret(),
                        op -> op.execute("UPDATE missing_table SET a = ?", SECRET)
                                .secret(),
                        op -> op.execute("UPDATE missing_table SET a = :a", Map.of("a", SECRET))
                                .secret(),
                        op -> op.autocommit(
                                alone -> alone.execute("nonsense " + SECRET).secret()),
                        op -> op.execute("UPDATE t SET a = ?", new Object[] {new Unbindable()})
                                .secret())
                .forEach(body -> assertThat(hides(database, body)).contains("(secret statement)"));
    }

    @DatabaseTest
    void hidesASecretStatementWhoseStringDoesNotEnd(TestDatabase database) {
        Migrator migrator = database.with(
                revision("a", op -> op.execute("SELECT '" + SECRET).secret()));

        assertThat(trace(catchThrowable(migrator::upgradeToHead)))
                .contains("(secret statement)")
                .doesNotContain(SECRET);
    }

    @DatabaseTest
    void showsTheStateInsteadOfTheMessage(TestDatabase database) {
        String trace = hides(database, op -> op.execute("nonsense " + SECRET).secret());

        assertThat(trace).contains("(message not shown, because it may quote the secret statement) (SQL state ");
    }

    @DatabaseTest
    void hidesTheValuesOfASecretStatementFromTheAnswerToALaterOne(TestDatabase database) {
        hides(database, op -> {
            op.createTable("t", t -> t.varchar("a", 50));
            op.execute("INSERT INTO t VALUES (?)", SECRET).secret();
            op.execute("INSERT INTO t VALUES ('" + SECRET + "')").secret();
            op.addUnique("u", "t", "a");
        });
    }

    @DatabaseTest
    void hidesASecretStatementWhenItsNamesAreWrong(TestDatabase database) {
        hides(
                database,
                op -> op.execute("UPDATE t SET a = '" + SECRET + "', b = :b", Map.of())
                        .secret());
        hides(
                database,
                op -> op.execute("UPDATE t SET a = 'x'", Map.of("b", SECRET)).secret());
    }

    @DatabaseTest
    void hidesTheArgumentsOfAFailedBatch(TestDatabase database) {
        hides(database, op -> op.insert("missing_table", List.of(Map.of("a", SECRET), Map.of("a", SECRET + "2"))));
    }

    @DatabaseTest
    void hidesASecretThatTheDatabaseCutsOff(TestDatabase database) {
        hides(database, op -> op.execute("CREATE USER u IDENTIFIED BY '" + SECRET.repeat(20) + "' nonsense here"));
        hides(database, op -> op.execute("CREATE USER u nonsense IDENTIFIED BY '" + SECRET.repeat(20) + "'"));
        hides(database, op -> op.execute("CREATE USER u PASSWORD nonsense PASSWORD '" + SECRET.repeat(20) + "'"));
    }

    @DatabaseTest
    void runsASecretStatement(TestDatabase database) {
        database.with(revision("a", op -> {
                    op.createTable("t", t -> t.varchar("a", 50));
                    op.execute("INSERT INTO t VALUES (?)", SECRET).secret();
                }))
                .upgradeToHead();

        assertThat(database.column("SELECT a FROM t")).containsExactly(SECRET);
    }

    @DatabaseTest
    void reportsASecretStatementWithoutAnInverse(TestDatabase database) {
        Migrator migrator = database.with(
                revision("a", op -> op.execute("SELECT '" + SECRET + "'").secret()));

        assertThat(migrator.upgradeToHead().toString()).doesNotContain(SECRET);
        assertThatThrownBy(() -> migrator.downgrade("base"))
                .hasMessageContaining("(secret statement)")
                .hasMessageNotContaining(SECRET);
    }

    /** A value that no driver binds. */
    private static final class Unbindable {
        @Override
        public String toString() {
            return SECRET;
        }
    }

    private static String hides(TestDatabase database, Directives body) {
        MigrationFailedException failed = catchThrowableOfType(
                MigrationFailedException.class,
                () -> database.with(revision("a", body)).upgradeToHead());

        String trace = trace(failed);
        assertThat(trace).contains("failed on upgrade").doesNotContain(SECRET);
        assertThat(database.log().toString()).doesNotContain(SECRET);
        assertThat(database.column("SELECT error FROM headway_log").toString()).doesNotContain(SECRET);
        return trace;
    }

    private static String trace(Throwable failed) {
        StringWriter trace = new StringWriter();
        failed.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
