package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.error.MigrationFailedException;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Timeout;

/** What a migration leaves in its session apart from settings, and settings that could stop Headway's own statements. */
@Timeout(120)
class SessionContainmentTest {
    private static final String TEMPORARY = "CREATE %s TABLE b (wrong int)";

    private static final Map<String, List<String>> LEFTOVERS = Map.of(
            "PostgreSQL",
            List.of(
                    TEMPORARY.formatted("TEMP"),
                    "CREATE TEMP VIEW v AS SELECT * FROM b",
                    "LISTEN news",
                    "PREPARE p AS SELECT 1",
                    "SELECT pg_advisory_lock(5000000000)",
                    "SELECT pg_advisory_lock(5000000000)",
                    "SELECT pg_advisory_lock_shared(-7, 8)",
                    "DECLARE c CURSOR WITH HOLD FOR SELECT 1"),
            "H2",
            List.of(TEMPORARY.formatted("LOCAL TEMPORARY"), "SET @v 5", "SET SCHEMA_SEARCH_PATH side"),
            "SQLite",
            List.of(TEMPORARY.formatted("TEMP"), "CREATE TEMP VIEW v AS SELECT * FROM b"),
            "MariaDB",
            List.of(TEMPORARY.formatted("TEMPORARY"), "SELECT GET_LOCK('mine', 1)"),
            "MySQL",
            List.of(TEMPORARY.formatted("TEMPORARY"), "SELECT GET_LOCK('mine', 1)"));

    /** Each query returns 0 if nothing is left. */
    private static final Map<String, String> COUNTS = Map.of(
            "PostgreSQL",
            "SELECT (SELECT count(*) FROM pg_class WHERE relnamespace = pg_my_temp_schema())"
                    + " + (SELECT count(*) FROM pg_listening_channels())"
                    + " + (SELECT count(*) FROM pg_prepared_statements WHERE from_sql)"
                    + " + (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND pid = pg_backend_pid())"
                    + " + (SELECT count(*) FROM pg_cursors WHERE is_holdable)",
            "H2",
            "SELECT count(*) FROM information_schema.session_state"
                    + " WHERE state_key LIKE '@%' OR state_key LIKE 'TABLE %' OR state_command LIKE '%SIDE%'",
            "SQLite",
            "SELECT count(*) FROM sqlite_temp_master",
            "MariaDB",
            "SELECT coalesce(is_used_lock('mine') = connection_id(), 0)",
            "MySQL",
            "SELECT coalesce(is_used_lock('mine') = connection_id(), 0)");

    @DatabaseTest
    void dropsWhatMigrationLeftInItsSession(TestDatabase database) {
        if (database.kind().equals("H2")) {
            database.execute("CREATE SCHEMA side");
        }
        String count = COUNTS.get(database.kind());
        List<String> leftovers = LEFTOVERS.get(database.kind());
        for (String id : List.of("statements", "handle")) {
            if (id.equals("handle") && database.has(Capability.WHOLE_COLUMNS)) {
                continue; // what a handle did is unknown there
            }
            try (HikariDataSource pool = pool(database)) {
                List<String> sessions = sessions(pool, database);
                Migrations.on(pool)
                        .registries(registry(
                                revision("statements", op -> leftovers.forEach(op::execute)),
                                revision(
                                                "handle",
                                                op -> leftovers.forEach(
                                                        sql -> op.handle().execute(sql)))
                                        .after("statements")))
                        .upgrade(id);

                assertThat(eachConnection(pool, count)).containsExactly("0", "0");
                assertThat(sessions(pool, database).equals(sessions))
                        .as("the connections were returned, not ended")
                        .isEqualTo(!database.has(Capability.WHOLE_COLUMNS));
            }
        }
    }

    @DatabaseTest(Capability.TRANSACTIONAL_DDL)
    void hidesNoTableOfNextRevisionBehindTemporaryOne(TestDatabase database) {
        database.with(
                        revision("a", op -> LEFTOVERS.get(database.kind()).forEach(op::execute)),
                        table("b").after("a"),
                        revision("c", op -> op.execute("INSERT INTO b VALUES (1)"))
                                .after("b"))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM b")).containsExactly("1");
    }

    @DatabaseTest(Capability.SCHEMAS)
    void returnsConnectionToSchemaOfPool(TestDatabase database) {
        database.execute("CREATE SCHEMA side");
        boolean h2 = database.kind().equals("H2");
        String query = h2
                ? "SELECT CURRENT_SCHEMA"
                : database.kind().equals("PostgreSQL") ? "SELECT current_schema()" : "SELECT database()";
        String change = h2
                ? "SET LOCK_TIMEOUT 77"
                : database.kind().equals("PostgreSQL") ? "SET work_mem = '7MB'" : "SET sort_buffer_size = 1048576";
        try (HikariDataSource pool = pool(database)) {
            List<String> before = eachConnection(pool, query);

            Migrations.fleet(pool, List.of(h2 ? "SIDE" : "side"))
                    .registries(registry(
                            revision("a", op -> op.execute(change)), table("b").after("a")))
                    .upgradeToHead();

            assertThat(eachConnection(pool, query)).isEqualTo(before);
        }
        assertThat(database.column("SELECT id FROM side.b")).isEmpty();
    }

    @DatabaseTest(Capability.ROLES)
    void recordsStatementsOutsideTransactionWithItsOwnRole(TestDatabase database) {
        String role = "nobody_" + schema(database);
        database.execute("CREATE ROLE " + role);
        try {
            database.execute("CREATE TABLE written (id int)");
            database.execute("GRANT USAGE ON SCHEMA " + schema(database) + " TO " + role);
            database.execute("GRANT INSERT ON written TO " + role);
            var changing = revision("a", op -> {
                        op.execute("SET session_replication_role = replica");
                        op.execute("SET ROLE " + role);
                        op.execute("INSERT INTO written VALUES (1)");
                        op.execute("CREATE TEMP TABLE mine (id int)");
                        op.execute("INSERT INTO written VALUES (2)");
                    })
                    .outsideTransaction();

            assertThat(database.with(changing, table("b").after("a"))
                            .upgradeToHead()
                            .steps())
                    .hasSize(2);
            assertThat(database.column("SELECT id FROM written ORDER BY id")).containsExactly("1", "2");
        } finally {
            database.execute("DROP TABLE written");
            database.execute("DROP OWNED BY " + role);
            database.execute("DROP ROLE " + role);
        }
    }

    @DatabaseTest(Capability.ROLES)
    void returnsToItsOwnUser(TestDatabase database) {
        String role = "nobody_" + schema(database);
        database.execute("CREATE ROLE " + role);
        try (HikariDataSource pool = pool(database)) {
            for (String id : List.of("a", "b")) {
                Migrator migrator = Migrations.on(pool)
                        .registries(registry(
                                revision("a", op -> op.execute("SET SESSION AUTHORIZATION " + role)),
                                revision("b", op -> op.handle().execute("SET SESSION AUTHORIZATION " + role))
                                        .outsideTransaction()
                                        .after("a")));

                migrator.upgrade(id);

                assertThat(eachConnection(pool, "SELECT session_user")).doesNotContain(role);
            }
        } finally {
            database.execute("DROP ROLE " + role);
        }
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void returnsToItsOwnRoleAndToWriting(TestDatabase database) {
        String role = "nobody_" + schema(database);
        database.execute("CREATE ROLE " + role);
        try (HikariDataSource pool = pool(database)) {
            String query = "SELECT concat_ws(' ', current_role(), @@session."
                    + (database.kind().equals("MySQL") ? "transaction_read_only" : "tx_read_only") + ", database())";
            List<String> before = eachConnection(pool, query);
            database.execute("GRANT " + role + " TO CURRENT_USER()");
            var changing = revision("a", op -> {
                op.execute("SET ROLE " + role);
                op.execute("SET SESSION TRANSACTION READ ONLY");
            });

            Migrations.on(pool)
                    .registries(registry(changing, table("b").after("a")))
                    .upgradeToHead();

            assertThat(eachConnection(pool, query)).isEqualTo(before);
        } finally {
            database.execute("DROP ROLE " + role);
        }
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void executesSettingsInCommentsOfDumpAgainWhenStepResumes(TestDatabase database) {
        List<String> broken = new ArrayList<>(List.of("INSERT INTO nowhere VALUES (1)"));
        Migrator migrator = database.with(revision("a", op -> {
            op.execute("/*!40014 SET @before = @@foreign_key_checks, foreign_key_checks = 0 */");
            op.createTable("first", t -> t.bigint("id"));
            broken.forEach(op::execute);
            op.execute("CREATE TABLE second (id bigint, FOREIGN KEY (id) REFERENCES missing (id))");
            op.execute("/*!40014 SET foreign_key_checks = @before */");
        }));
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgradeToHead);
        broken.clear();

        migrator.upgradeToHead();

        assertThat(database.tables()).contains("first", "second");
    }

    @DatabaseTest
    void recordsStepThatForbidsWriting(TestDatabase database) {
        String change = switch (database.kind()) {
            case "PostgreSQL" -> "SET default_transaction_read_only = on";
            case "SQLite" -> "PRAGMA query_only = ON";
            case "H2" -> "SET SESSION CHARACTERISTICS AS TRANSACTION ISOLATION LEVEL SERIALIZABLE";
            default -> "SET SESSION TRANSACTION READ ONLY";
        };
        var inTransaction = revision("a", op -> op.execute(change));
        var outside = revision("b", op -> op.execute(change)).outsideTransaction();
        try (HikariDataSource pool = pool(database)) {
            Migrations.on(pool)
                    .registries(registry(
                            inTransaction, outside.after("a"), table("c").after("b")))
                    .upgradeToHead();
            Jdbi.create(pool).useHandle(handle -> handle.execute("INSERT INTO c VALUES (1)"));
        }
        assertThat(database.applied()).containsExactly("a", "b", "c");
    }

    @DatabaseTest
    void returnsConnectionWithNetworkTimeoutOfPool(TestDatabase database) throws SQLException {
        try (HikariDataSource pool = pool(database)) {
            int before = networkTimeout(pool);

            Migrations.on(pool)
                    .registries(registry(
                            revision("a", op -> op.handle().getConnection().setNetworkTimeout(Runnable::run, 30_000))))
                    .upgradeToHead();

            assertThat(networkTimeout(pool)).isEqualTo(before);
        }
    }

    @DatabaseTest(Capability.SEQUENCES)
    void warnsIfTableExistsFurtherAlongSearchPath(TestDatabase database) {
        boolean h2 = database.kind().equals("H2");
        database.execute("CREATE SCHEMA side");
        database.execute(
                "CREATE TABLE side.headway_revision (revision varchar(64), applied_at timestamp, checksum varchar(64))");
        boolean hasPath = !database.has(Capability.WHOLE_COLUMNS);
        String path = h2 ? "SET SCHEMA_SEARCH_PATH side" : "SET search_path = " + schema(database) + ", side";
        List<String> warnings = new ArrayList<>();
        try (HikariDataSource pool = pool(database, hasPath ? path : "SELECT 1")) {
            Migrator migrator = Migrations.on(pool).listener(new ProgressListener() {
                @Override
                public void ambiguousTable(String warning) {
                    warnings.add(warning);
                }
            });
            migrator.registries(registry(table("a"))).upgradeToHead();
            migrator.registries(registry(table("a"))).upgradeToHead();
        }
        assertThat(warnings).hasSize(hasPath ? 1 : 0);
        assertThat(warnings)
                .allSatisfy(warning ->
                        assertThat(warning).contains("headway_revision", schema(database), h2 ? "SIDE" : "side"));
        assertThat(database.applied()).containsExactly("a");
    }

    private static List<String> sessions(HikariDataSource pool, TestDatabase database) {
        return eachConnection(
                pool,
                switch (database.kind()) {
                    case "PostgreSQL" -> "SELECT pg_backend_pid()";
                    case "H2" -> "SELECT session_id()";
                    case "SQLite" -> "SELECT 1";
                    default -> "SELECT connection_id()";
                });
    }

    private static String schema(TestDatabase database) {
        return database.column("SELECT " + database.currentSchema()).get(0);
    }

    private static HikariDataSource pool(TestDatabase database) {
        return pool(database, "SELECT 1");
    }

    private static HikariDataSource pool(TestDatabase database, String initial) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setConnectionInitSql(initial);
        config.setMaximumPoolSize(2);
        return new HikariDataSource(config);
    }

    private static int networkTimeout(HikariDataSource pool) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            return connection.unwrap(Connection.class).getNetworkTimeout();
        }
    }

    private static List<String> eachConnection(HikariDataSource pool, String query) {
        Jdbi jdbi = Jdbi.create(pool);
        try (Handle first = jdbi.open();
                Handle second = jdbi.open()) {
            return Stream.of(first, second)
                    .map(handle -> handle.createQuery(query).mapTo(String.class).one())
                    .sorted()
                    .toList();
        }
    }
}
