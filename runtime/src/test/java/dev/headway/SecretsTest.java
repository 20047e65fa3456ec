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
