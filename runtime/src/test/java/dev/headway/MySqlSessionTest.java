package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.database.Databases;
import dev.headway.error.ConfigurationException;
import dev.headway.error.MigrationFailedException;
import dev.headway.op.Database;
import dev.headway.op.Sql;
import dev.headway.schema.Index;
import dev.headway.sql.SqlText;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Sessions of MariaDB and MySQL that are set up in other ways than the tests' own. */
class MySqlSessionTest {
    private static final TestRevision A = table("a");

    /** The drivers call a database a catalog, or a schema if this is set. */
    private static String callingItSchema(TestDatabase database) {
        return database.url()
                + (database.has(Capability.MYSQL_SYNTAX) ? "&databaseTerm=SCHEMA" : "&useCatalogTerm=Schema");
    }

    private static Migrator migrator(TestDatabase database, String url, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("url", url);
        all.put("user", database.user());
        all.put("password", database.password());
        return Configuration.ofThisProcess().with(all).migrator().registries(registry(A));
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void entersTheSchemaWhateverTheDriverCallsIt(TestDatabase database) {
        database.execute("CREATE SCHEMA side");

        migrator(database, callingItSchema(database), Map.of("schema", "side")).upgradeToHead();

        assertThat(database.allTables()).isEmpty();
        assertThat(database.column("SELECT revision FROM side.headway_revision"))
                .containsExactly("a");
        assertThat(migrator(database, callingItSchema(database), Map.of("schema", "side"))
                        .check()
                        .isUpToDate())
                .isTrue();
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void worksWithoutASchemaOfItsOwnWhateverTheDriverCallsIt(TestDatabase database) {
        migrator(database, callingItSchema(database), Map.of()).upgradeToHead();

        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void refusesAUrlWithoutADatabase(TestDatabase database) {
        database.with(A).upgradeToHead();
        String url = database.url().replaceFirst("/test_\\d+", "/");
        Migrator migrator = migrator(database, url, Map.of());

        for (Runnable command : List.<Runnable>of(
                migrator::upgradeToHead, migrator::check, migrator::current, migrator::log, migrator::history)) {
            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(command::run)
                    .withMessage(
                            "The connection works in no schema, so Headway can't find its tables. Nothing was run. Add"
                                    + " the schema to the URL, or set headway.schema.");
        }
        String here = database.column("SELECT database()").get(0);
        assertThat(migrator(database, url, Map.of("schema", here)).check().isUpToDate())
                .isTrue();
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void migratesAFleetOnAUrlWithoutADatabase(TestDatabase database) {
        database.execute("CREATE SCHEMA first_tenant");
        database.execute("CREATE SCHEMA second_tenant");
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(database.url().replaceFirst("/test_\\d+", "/"));
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(4);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Fleet fleet = Migrations.fleet(pool, List.of("first_tenant", "second_tenant"))
                    .registries(registry(A));

            fleet.upgradeToHead().requireComplete();
            fleet.upgradeToHead().requireComplete();
        }
        for (String tenant : List.of("first_tenant", "second_tenant")) {
            assertThat(database.column("SELECT revision FROM " + tenant + ".headway_revision"))
                    .containsExactly("a");
        }
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void takesTheLockOfASchemaWithALongName(TestDatabase database) {
        String name = "s".repeat(64);
        database.execute("CREATE SCHEMA " + name);

        migrator(database, database.url(), Map.of("schema", name)).upgradeToHead();

        assertThat(database.column("SELECT revision FROM " + name + ".headway_revision"))
                .containsExactly("a");
    }

    /** Times arrive as they are, whatever the zones of the session and the JVM, and whatever the driver makes of them. */
    @DatabaseTest(Capability.MYSQL_SYNTAX)
    void pointsInTimeArriveInEveryZone(TestDatabase database) {
        Instant time = Instant.parse("2024-07-01T12:30:15.123456Z");
        LocalDateTime local = LocalDateTime.parse("2024-03-31T02:30:00.000001"); // which clocks skip in Berlin
        TimeZone before = TimeZone.getDefault();
        try {
            for (String options : List.of(
                    "",
                    "&connectionTimeZone=SERVER",
                    "&connectionTimeZone=Asia/Tokyo",
                    "&connectionTimeZone=GMT%2B09:00&forceConnectionTimeZoneToSession=true",
                    "&preserveInstants=false",
                    "&useServerPrepStmts=true",
                    "&rewriteBatchedStatements=true",
                    "&sessionVariables=time_zone='%2B05:30'",
                    "&noDatetimeStringSync=true")) {
                for (String zone : List.of("UTC", "Europe/Berlin", "America/New_York")) {
                    TimeZone.setDefault(TimeZone.getTimeZone(zone));
                    database.clear();
                    insert(database, options, time, local);
                    database.jdbi().useHandle(handle -> {
                        handle.execute("SET time_zone = '+00:00'");
                        assertThat(handle.createQuery(
                                                "SELECT concat_ws(' ', id, at, day, local, wake, code) FROM t ORDER BY id")
                                        .mapTo(String.class)
                                        .list())
                                .as(options + " in " + zone)
                                .containsExactly(
                                        "1 2024-07-01 12:30:15.123456 2024-07-01 2024-03-31 02:30:00.000001 07:30:00.500000"
                                                + " 0f8fad5b-d9cb-469f-a165-70867728950e",
                                        "2 2024-07-01 12:30:15.123456",
                                        "3 2024-07-01 12:30:16.123456",
                                        "4 2020-01-01 00:00:00.000000");
                    });
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    private static void insert(TestDatabase database, String options, Instant time, LocalDateTime local) {
        UUID code = UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e");
        Configuration.ofThisProcess()
                .with(Map.of("url", database.url() + options, "user", database.user(), "password", database.password()))
                .migrator()
                .registries(registry(revision("times", op -> {
                    op.createTable("t", t -> {
                        t.integer("id").primaryKey();
                        t.timestamptz("at").defaultsTo(Instant.parse("2020-01-01T00:00:00Z"));
                        t.date("day");
                        t.timestamp("local");
                        t.time("wake");
                        t.uuid("code");
                    });
                    op.insert(
                            "t",
                            Map.of(
                                    "id",
                                    1,
                                    "at",
                                    time,
                                    "day",
                                    LocalDate.of(2024, 7, 1),
                                    "local",
                                    local,
                                    "wake",
                                    LocalTime.of(7, 30, 0, 500_000_000),
                                    "code",
                                    code));
                    op.execute(
                            "INSERT INTO t (id, at) SELECT ?, ? FROM t WHERE code = ? AND at = ?",
                            2,
                            time.atOffset(ZoneOffset.ofHours(-7)),
                            code,
                            time);
                    op.execute(
                            "INSERT INTO t (id, at) VALUES (:id, :at)",
                            Map.of("id", 3, "at", time.plusSeconds(1).atZone(ZoneId.of("Asia/Tokyo"))));
                    op.execute("INSERT INTO t (id) VALUES (4)");
                })))
                .upgradeToHead();
    }

    /** MariaDB and MySQL allow no LIMIT in a subquery of IN, but one in UPDATE. */
    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void fillsInBatchesWithoutAKey(TestDatabase database) {
        database.with(
                        revision("a", op -> {
                            op.createTable("account", t -> {
                                t.integer("id").primaryKey();
                                t.varchar("name", 9);
                                t.varchar("full_name", 9);
                            });
                            op.insert(
                                    "account",
                                    Stream.iterate(1, n -> n + 1)
                                            .limit(25)
                                            .map(n -> Map.<String, Object>of("id", n, "name", "n" + n))
                                            .toList());
                        }),
                        revision(
                                        "b",
                                        op -> op.backfill(
                                                "UPDATE account SET full_name = name WHERE full_name IS NULL LIMIT 10"))
                                .after("a"))
                .upgradeToHead();

        assertThat(database.column("SELECT count(*) FROM account WHERE full_name = name"))
                .containsExactly("25");
    }

    /** What the server refuses as a name is quoted: names of columns, keys and tables. */
    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void quotesAllReservedWordsOfTheServer(TestDatabase database) {
        List<String> words = database.column("SELECT lower(word) FROM information_schema.keywords").stream()
                .filter(word -> word.matches("\\w+"))
                .distinct()
                .toList();
        assertThat(words).hasSizeGreaterThan(500);

        database.with(revision("a", op -> {
                    for (int i = 0; i < words.size(); i += 50) {
                        List<String> some = words.subList(i, Math.min(i + 50, words.size()));
                        op.createTable(Sql.name("t" + i), t -> some.forEach(t::integer));
                    }
                    for (String word : words) {
                        op.renameTable("t0", word);
                        op.renameTable(word, "t0");
                    }
                }))
                .upgradeToHead();
    }

    /** The server answers whether the index was created for the key: no script has asked it. */
    @DatabaseTest(Capability.MYSQL_SYNTAX)
    void aScriptDropsTheIndexOfAForeignKeyIfThereIsOne(TestDatabase database) throws SQLException {
        TestRevision tables = revision("a", op -> {
            op.createTable("parent", t -> t.integer("id").primaryKey());
            op.createTable("it's", t -> {
                t.integer("first");
                t.integer("second");
                t.integer("third");
                t.index("ix_second", "second");
                t.foreignKey("fk_shared", "third").references("parent", "id");
            });
        });
        TestRevision keys = revision("b", op -> {
                    op.addForeignKey("fk_first", "it's", "first").references("parent", "id");
                    op.addForeignKey("fk_second", "it's", "second").references("parent", "id");
                    op.alterTable(
                            "it's", t -> t.addForeignKey("fk_third", "third").references("parent", "id"));
                })
                .after("a");
        database.with(tables, keys).upgrade("a");
        List<Index> before = indexes(database);
        database.with(tables, keys).upgradeToHead();

        String script = Migrations.script(new Database(database.kind()))
                .registries(registry(tables, keys))
                .downgrade("b", "a");
        database.jdbi().useHandle(handle -> {
            for (String sql : SqlText.of(
                            script,
                            Databases.detect(handle.getConnection()).dialect().syntax())
                    .statements()) {
                handle.getConnection().createStatement().execute(sql);
            }
        });

        assertThat(database.applied()).containsExactly("a");
        assertThat(indexes(database)).isEqualTo(before);
    }

    private static List<Index> indexes(TestDatabase database) throws SQLException {
        return database.jdbi()
                .withHandle(handle -> Databases.detect(handle.getConnection())
                        .read(() -> handle)
                        .table("it's")
                        .orElseThrow()
                        .indexes());
    }

    /** The session checks foreign keys afterwards, even if the statement fails. */
    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void numbersAColumnThatAForeignKeyRefersTo(TestDatabase database) {
        TestRevision given = revision("given", op -> {
            op.createTable("parent", t -> t.bigint("id").primaryKey());
            op.createTable("child", t -> {
                t.varchar("name", 9);
                t.bigint("parent_id");
                t.foreignKey("fk", "parent_id").references("parent", "id");
            });
        });
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database.dataSource());
            pool.setMaximumPoolSize(2);
            Migrations.on(pool)
                    .registries(registry(
                            given,
                            revision("b", op -> op.alterColumn("parent", "id").identity())
                                    .after("given")))
                    .upgradeToHead();
            database.execute("INSERT INTO parent () VALUES ()");
            assertThat(database.column("SELECT id FROM parent")).containsExactly("1");
            Migrator failing = Migrations.on(pool)
                    .registries(registry(
                            given,
                            revision("b", op -> {}).after("given"),
                            revision("c", op -> op.alterColumn("child", "name").identity())
                                    .after("b")));

            assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(failing::upgradeToHead);

            for (int i = 0; i < 4; i++) {
                int checked = Jdbi.create(pool)
                        .withHandle(handle -> handle.createQuery("SELECT @@foreign_key_checks")
                                .mapTo(Integer.class)
                                .one());
                assertThat(checked).isEqualTo(1);
            }
        }
    }
}
