package dev.headway.examples.hsqldb;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.headway.Migrations;
import dev.headway.Migrator;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.MigrationFailedException;
import dev.headway.graph.RevisionInfo;
import dev.headway.progress.LogEntry;
import dev.headway.schema.Constraint;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Sequence;
import dev.headway.schema.Table;
import dev.headway.schema.View;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import dev.headway.testing.TestRevision;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the migrations of the package {@code migrations}, which their generated registry lists. */
class HsqldbMigrationTest {
    private final DataSource dataSource = dataSource("jdbc:hsqldb:mem:" + UUID.randomUUID(), "SA", "");

    @Test
    void upgradesAndReadsNamesAsMigrationsWriteThem() {
        Migrations.on(dataSource).upgradeToHead();

        Table account = read(live -> live.table("account").orElseThrow());
        assertThat(account.columns())
                .extracting("name", "nullable", "comment")
                .containsExactly(
                        tuple("id", false, null),
                        tuple("email", false, null),
                        tuple("Display Name", true, "shown to others"),
                        tuple("age", true, null),
                        tuple("team_id", true, null),
                        tuple("alias", true, "short name"));
        assertThat(account.constraints())
                .extracting(Constraint::name)
                .contains("uq_account_email", "uq_account_alias", "fk_account_team", "ck_age");
        assertThat(account.foreignKeys()).singleElement().satisfies(key -> {
            assertThat(key.table()).isEqualTo("team");
            assertThat(key.columns()).containsExactly("team_id");
            assertThat(key.referenced()).containsExactly("id");
        });
        assertThat(account.indexes())
                .extracting("name", "unique")
                .containsExactly(tuple("ix_age", false), tuple("ux_account_alias", true));
        assertThat(account.comment()).isNull();
        assertThat(read(LiveSchema::sequences)).containsExactly(new Sequence("ticket", 5, 2, null, null, false));
        assertThat(read(LiveSchema::views)).extracting(View::name).containsExactly("team_name");
        assertThat(read(LiveSchema::tables)).doesNotContain("elsewhere");
    }

    @Test
    void derivesDowngrade() {
        Migrator migrator = Migrations.on(dataSource);
        migrator.upgrade("a1");
        List<Table> before = read(LiveSchema::all);
        migrator.upgradeToHead();

        migrator.downgrade("a1");

        assertThat(read(live -> live.table("account").orElseThrow()).columns())
                .containsExactlyInAnyOrderElementsOf(before.get(0).columns());
        migrator.downgrade("base");
        assertThat(read(LiveSchema::tables))
                .containsExactly("headway_lease", "headway_lock", "headway_log", "headway_revision");
        assertThat(read(LiveSchema::sequences)).isEmpty();
    }

    @Test
    void reportsHistoryLogAndCheck() {
        Migrator migrator = Migrations.on(dataSource);
        assertThat(migrator.check().pending()).hasSize(2);

        migrator.upgradeToHead();

        assertThat(migrator.check().pending()).isEmpty();
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("b2");
        assertThat(migrator.history())
                .hasSize(2)
                .allMatch(entry -> entry.appliedAt().isPresent());
        assertThat(migrator.log()).extracting(LogEntry::revision).containsExactly("a1", "b2");
        migrator.stamp("a1");
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("a1");
    }

    @Test
    void writesScriptThatUpgrades() throws SQLException {
        String script = Migrations.script(Hsqldb.HSQLDB).upgrade("base", "head");

        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : SqlText.of(script, SqlSyntax.STANDARD).statements()) {
                statement.execute(sql);
            }
        }

        assertThat(Migrations.on(dataSource).check().pending()).isEmpty();
        assertThat(read(LiveSchema::tables)).contains("account", "team");
    }

    @Test
    void resumesAfterLastCompletedStatement() {
        TestRevision failing = revision("a", op -> {
            op.createTable("a", t -> t.bigint("id"));
            op.execute("INSERT INTO b VALUES (1)");
        });
        assertThatThrownBy(() -> migrator(failing).upgradeToHead())
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("INSERT INTO b VALUES (1)");
        TestRevision fixed = revision("a", op -> {
            op.createTable("a", t -> t.bigint("id"));
            op.createTable("b", t -> t.bigint("id"));
        });

        migrator(fixed).upgradeToHead();

        assertThat(migrator(fixed).check().pending()).isEmpty();
        assertThat(read(LiveSchema::tables)).contains("a", "b");
    }

    private Migrator migrator(TestRevision revision) {
        return Migrations.on(dataSource).registries(TestRevision.registry(revision));
    }

    @Test
    void upgradesDatabaseInFile(@TempDir Path folder) throws SQLException {
        String url = "jdbc:hsqldb:file:" + folder.resolve("data") + ";hsqldb.write_delay=false";
        DataSource file = dataSource(url, "SA", "");
        Migrations.on(file).upgrade("a1");
        execute(url, "SHUTDOWN");

        Migrations.on(file).upgradeToHead();

        assertThat(Migrations.on(file).current()).extracting(RevisionInfo::id).containsExactly("b2");
        execute(url, "SHUTDOWN");
    }

    @Test
    void takesLockOfSessionThatEnded() throws SQLException {
        Migrator migrator = Migrations.on(dataSource);
        migrator.upgrade("a1");
        Jdbi.create(dataSource)
                .useHandle(handle -> handle.execute(
                        "INSERT INTO headway_lock VALUES (1, 1, TIMESTAMP '2026-01-31 12:00:00+00:00')"));

        migrator.upgradeToHead();

        assertThat(migrator.check().pending()).isEmpty();
    }

    @Test
    void refusesUserWhoCannotSeeOtherSessions() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE USER joe PASSWORD 'x'");
        }
        String url = ((JDBCDataSource) dataSource).getUrl();

        assertThatThrownBy(() -> Migrations.on(dataSource(url, "JOE", "x")).upgradeToHead())
                .isInstanceOf(DatabaseAccessException.class)
                .hasMessageContaining("An administrator can run: GRANT DBA TO \"JOE\"");
    }

    private <T> T read(Function<LiveSchema, T> question) {
        return Jdbi.create(dataSource)
                .withHandle(
                        handle -> question.apply(new HsqldbSchema(() -> handle, new HsqldbNames(new HsqldbDialect()))));
    }

    private static DataSource dataSource(String url, String user, String password) {
        JDBCDataSource dataSource = new JDBCDataSource();
        dataSource.setUrl(url);
        dataSource.setUser(user);
        dataSource.setPassword(password);
        return dataSource;
    }

    private static void execute(String url, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
