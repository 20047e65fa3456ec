package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.testing.Capability;
import dev.headway.testing.ConnectionMonitor;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Timeout;

/** A migration that changes settings of its session, as dumps of databases do. */
@Timeout(120)
class SessionSettingsTest {
    /**
     * By database.
     *
     * @param initial sets what the application wants, as a pool does for each connection
     * @param query returns all settings in question as one text
     * @param changes what a migration does
     */
    private record Settings(String initial, String query, List<String> changes) {}

    private static final Map<String, Settings> SETTINGS = Map.of(
            "PostgreSQL",
            new Settings(
                    "SET work_mem = '5MB'",
                    "SELECT concat_ws(' ', current_setting('search_path'), current_setting('work_mem'), current_setting('role'),"
                            + " current_setting('TimeZone'), current_setting('session_replication_role'))",
                    List.of(
                            "SELECT pg_catalog.set_config('search_path', '', false)",
                            "SET work_mem = '7MB'",
                            "SET TIME ZONE 'Asia/Kathmandu'",
                            "SET session_replication_role = replica")),
            "MariaDB",
            mysql(),
            "MySQL",
            mysql(),
            "H2",
            new Settings(
                    "SET LOCK_TIMEOUT 4321",
                    "SELECT CURRENT_SCHEMA || ' ' || LOCK_TIMEOUT() || ' ' ||"
                            + " (SELECT setting_value FROM information_schema.settings WHERE setting_name = 'TIME ZONE')",
                    List.of("SET SCHEMA side", "SET LOCK_TIMEOUT 99", "SET TIME ZONE '5:45'")),
            "SQLite",
            new Settings(
                    "PRAGMA cache_size = 333",
                    "SELECT (SELECT foreign_keys FROM pragma_foreign_keys) || ' ' || (SELECT cache_size FROM pragma_cache_size)"
                            + " || ' ' || (SELECT group_concat(name) FROM pragma_database_list WHERE name <> 'temp')",
                    List.of(
                            "PRAGMA foreign_keys = OFF",
                            "PRAGMA cache_size = 44",
                            "ATTACH DATABASE ':memory:' AS side")));

    private static Settings mysql() {
        return new Settings(
                "SET @@session.group_concat_max_len = 4321",
                "SELECT concat_ws(' ', database(), @@foreign_key_checks, @@sql_mode, @@time_zone, @@group_concat_max_len)",
                List.of(
                        "SET foreign_key_checks = 0",
                        "SET sql_mode = 'NO_AUTO_VALUE_ON_ZERO'",
                        "SET time_zone = '+05:45'",
                        "SET group_concat_max_len = 99"));
    }

    @DatabaseTest
    void restoresSettingsBetweenStepsAndForTheApplication(TestDatabase database) throws SQLException {
        Settings settings = SETTINGS.get(database.kind());
        prepare(database);
        boolean outside = database.kind().equals("SQLite"); // which ignores some pragmas in a transaction
        var changing = revision("a", op -> settings.changes().forEach(op::execute));
        try (HikariDataSource pool = pool(database, settings)) {
            List<String> before = current(pool, settings);

            Migrations.on(pool)
                    .registries(registry(
                            outside ? changing.outsideTransaction() : changing,
                            table("b").after("a"),
                            revision("c", op -> op.execute("INSERT INTO b VALUES (1)"))
                                    .after("b")))
                    .upgradeToHead();

            assertThat(current(pool, settings)).isEqualTo(before);
        }
        assertThat(database.applied()).containsExactly("a", "b", "c");
        assertThat(database.tables()).contains("b");
        assertThat(database.column("SELECT id FROM b")).containsExactly("1");
    }

    @DatabaseTest
    void restoresSettingsAfterFailure(TestDatabase database) throws SQLException {
        Settings settings = SETTINGS.get(database.kind());
        prepare(database);
        List<Directives> failing = List.of(
                op -> {
                    settings.changes().forEach(op::execute);
                    op.execute("INSERT INTO nowhere VALUES (1)");
                },
                op -> {
                    settings.changes().forEach(sql -> op.handle().execute(sql));
                    throw new IllegalStateException("enough");
                },
                op -> op.execute("INSERT INTO nowhere VALUES (?)", Instant.EPOCH)); // runs in UTC
        try (HikariDataSource pool = pool(database, settings)) {
            List<String> before = current(pool, settings);
            for (int i = 0; i < failing.size(); i++) {
                Migrator migrator = Migrations.on(pool)
                        .registries(registry(revision("f" + i, failing.get(i)).outsideTransaction()));

                assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgradeToHead);

                assertThat(current(pool, settings)).isEqualTo(before);
            }
        }
    }

    @DatabaseTest(Capability.SCHEMAS)
    void returnsConnectionToSchemaOfPool(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA side");
        Settings settings = SETTINGS.get(database.kind());
        String change = settings.changes().get(1);
        try (HikariDataSource pool = pool(database, settings)) {
            List<String> before = current(pool, settings);

            Migrations.fleet(pool, List.of(database.kind().equals("H2") ? "SIDE" : "side"))
                    .registries(registry(
                            revision("a", op -> op.execute(change)), table("b").after("a")))
                    .upgradeToHead()
                    .requireComplete();

            assertThat(current(pool, settings)).isEqualTo(before);
        }
        assertThat(database.column("SELECT id FROM side.b")).isEmpty();
    }

    @DatabaseTest
    void asksForSettingsOnlyAfterStepsThatMayChangeThem(TestDatabase database) throws SQLException {
        Settings settings = SETTINGS.get(database.kind());
        prepare(database);
        String change = settings.changes().get(1);
        ConnectionMonitor few = new ConnectionMonitor(database.dataSource(), true);
        ConnectionMonitor many = new ConnectionMonitor(database.dataSource(), true);
        var changing = revision("a", op -> op.execute(change));

        Migrations.on(few.dataSource())
                .registries(registry(changing, table("b").after("a")))
                .upgradeToHead();
        database.clear();
        prepare(database);
        Migrations.on(many.dataSource())
                .registries(registry(
                        changing,
                        table("b").after("a"),
                        table("c").after("b"),
                        table("d").after("c")))
                .upgradeToHead();

        assertThat(comparisons(many, database))
                .isEqualTo(comparisons(few, database))
                .isPositive();
    }

    private static long comparisons(ConnectionMonitor monitor, TestDatabase database) {
        String part = switch (database.kind()) {
            case "PostgreSQL" -> "pg_settings";
            case "H2" -> "information_schema.settings";
            case "SQLite" -> "PRAGMA recursive_triggers";
            default -> "SHOW SESSION VARIABLES";
        };
        return monitor.statements().stream().filter(sql -> sql.contains(part)).count();
    }

    @DatabaseTest(Capability.ROLES)
    void recordsRevisionWithItsOwnRole(TestDatabase database) {
        database.execute("CREATE ROLE nobody_" + database.currentSchema());
        String role = "nobody_" + database.currentSchema();
        try {
            Migrator migrator = database.with(
                    revision("a", op -> op.execute("SET ROLE " + role)),
                    table("b").after("a"));

            assertThat(migrator.upgradeToHead().steps()).hasSize(2);
        } finally {
            database.execute("DROP ROLE " + role);
        }
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void executesSkippedSettingsAgainWhenStepResumes(TestDatabase database) {
        if (database.kind().equals("H2")) {
            database.execute("CREATE SCHEMA side");
        }
        boolean h2 = database.kind().equals("H2");
        String set = h2 ? "SET SCHEMA side" : "SET foreign_key_checks = 0";
        List<String> broken = new ArrayList<>(List.of("INSERT INTO nowhere VALUES (1)"));
        Migrator migrator = database.with(
                table("parent"),
                revision("a", op -> {
                            op.execute(set);
                            op.createTable("first", t -> t.bigint("id"));
                            broken.forEach(op::execute);
                            op.execute(
                                    h2
                                            ? "CREATE TABLE copied AS SELECT * FROM side.first"
                                            : "CREATE TABLE copied (id bigint, FOREIGN KEY (id) REFERENCES missing (id))");
                        })
                        .after("parent"));
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgradeToHead);
        broken.clear();

        migrator.upgradeToHead();

        assertThat(database.column("SELECT count(*) FROM " + (h2 ? "side.copied" : "copied")))
                .containsExactly("0");
    }

    private static void prepare(TestDatabase database) {
        if (database.kind().equals("H2")) {
            database.execute("CREATE SCHEMA side");
        }
    }

    private static HikariDataSource pool(TestDatabase database, Settings settings) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setConnectionInitSql(settings.initial());
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    /** Returns the settings of both connections. */
    private static List<String> current(HikariDataSource pool, Settings settings) throws SQLException {
        try (Connection first = pool.getConnection();
                Connection second = pool.getConnection()) {
            return List.of(current(first, settings), current(second, settings));
        }
    }

    private static String current(Connection connection, Settings settings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(settings.query())) {
            row.next();
            return row.getString(1);
        }
    }
}
