package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headway.database.Databases;
import dev.headway.database.Version;
import dev.headway.op.Database;
import dev.headway.schema.ReferentialAction;
import dev.headway.sql.SqlText;
import dev.headway.testing.Capability;
import dev.headway.testing.Client;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.Snapshot;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;

/** A script leaves the database as a run does. */
class ScriptParityTest {
    private static final List<Database> WITH_ALTER =
            List.of(Database.POSTGRESQL, Database.MARIADB, Database.MYSQL, Database.H2);
    private static final List<Database> WITH_TIMEOUTS = List.of(Database.POSTGRESQL, Database.MARIADB, Database.H2);
    private static final List<Database> WITH_PROCEDURES = List.of(Database.MARIADB, Database.MYSQL);

    private static final TestRevision[] HISTORY = {
        revision("a", op -> {
            op.createTable("account", t -> {
                t.bigint("id").identity().primaryKey();
                t.varchar("name", 50).notNull().defaultsTo("it's; \\new\\");
                t.timestamptz("born").comment("When; or 'never'\\");
                t.timestamp("seen");
                t.decimal("balance", 10, 2);
                t.doublePrecision("ratio");
                t.bool("active");
                t.uuid("code");
                t.binary("photo");
                t.date("met");
                t.time("woken");
            });
            op.createTable("entry", t -> {
                t.bigint("id").primaryKey();
                t.bigint("account_id");
                t.foreignKey("fk_entry_account", "account_id")
                        .references("account", "id")
                        .onDelete(ReferentialAction.CASCADE);
            });
        }),
        revision("b", op -> {
                    op.on(WITH_TIMEOUTS, on -> on.statementTimeout(Duration.ofMinutes(1)));
                    op.insert(
                            "account",
                            Map.ofEntries(
                                    Map.entry("id", 7),
                                    Map.entry("name", "semi;colon -- 'q' \\ \\' ? :x é𝄞 \"d\" \n # `b`"),
                                    Map.entry("born", Instant.parse("2024-02-29T23:59:58.123456Z")),
                                    Map.entry("seen", LocalDateTime.parse("2024-02-29T23:59:58")),
                                    Map.entry("balance", new BigDecimal("-1.50")),
                                    Map.entry("ratio", 0.1),
                                    Map.entry("active", true),
                                    Map.entry("code", UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e")),
                                    Map.entry("photo", new byte[] {0, 1, -1}),
                                    Map.entry("met", LocalDate.of(2024, 2, 29)),
                                    Map.entry("woken", LocalTime.of(7, 30, 1))));
                    op.execute(
                            "UPDATE account SET balance = balance -:less WHERE id = :id", Map.of("less", -3, "id", 7));
                    op.execute("INSERT INTO entry VALUES (1, 7) -- the first; one");
                })
                .after("a")
                .downgrade(op -> op.execute("DELETE FROM account")),
        revision("c", op -> {
                    op.createIndex("ix_born", "account", "born").concurrently();
                    op.createView("seen", "SELECT seen FROM account WHERE met IS NULL OR ';' <> '--'");
                    op.on(Database.POSTGRESQL, on -> on.script("scripts/functions.sql"));
                    op.on(WITH_PROCEDURES, on -> on.script("scripts/procedures.sql"));
                    op.on(Database.SQLITE, on -> on.script("scripts/triggers.sql"));
                })
                .after("b")
                .declaredBy(ScriptParityTest.class)
                .downgrade(op -> {
                    op.dropView("seen");
                    op.dropIndex("ix_born", "account");
                    op.on(Database.POSTGRESQL, on -> on.execute("DROP FUNCTION one(); DROP FUNCTION two()"));
                    op.on(WITH_PROCEDURES, on -> {
                        on.execute("DROP PROCEDURE rename_account");
                        on.execute("DROP TRIGGER entry_once");
                    });
                    op.on(Database.SQLITE, on -> on.execute("DROP TRIGGER entry_once"));
                }),
        revision(
                        "d",
                        op -> op.on(
                                WITH_ALTER,
                                on -> on.alterTable("account", t -> {
                                    t.alterColumn("name")
                                            .varchar(80)
                                            .from(c -> c.varchar(50).notNull().defaultsTo("it's; \\new\\"));
                                    t.addColumn(c -> c.varchar("note", 20)
                                            .notNull()
                                            .defaultsTo("-")
                                            .comment("It's"));
                                })))
                .after("c")
    };

    @DatabaseTest
    void aScriptRunStatementByStatement(TestDatabase database) throws Exception {
        Run live = Run.of(database);

        runStatements(database, script(database).upgrade("base", "head"));
        assertThat(State.of(database)).isEqualTo(live.upgraded());
        assertThat(database.with(HISTORY).plan("head").isEmpty()).isTrue();

        runStatements(database, script(database).downgrade("head", "base"));
        assertThat(State.of(database)).isEqualTo(live.downgraded());
    }

    @DatabaseTest(Capability.CLIENT)
    void aScriptRunByTheDatabasesOwnClient(TestDatabase database) throws Exception {
        Optional<Client> client = database.client();
        assumeTrue(client.isPresent(), "the client is not here");
        Run live = Run.of(database);

        client.get().run(script(database).upgrade("base", "head"));
        assertThat(State.of(database)).isEqualTo(live.upgraded());

        client.get().run(script(database).downgrade("head", "base"));
        assertThat(State.of(database)).isEqualTo(live.downgraded());
    }

    @DatabaseTest
    void aRunGoesOnBehindAScript(TestDatabase database) throws Exception {
        runStatements(database, script(database).upgrade("base", "a"));

        database.with(HISTORY).upgradeToHead();

        assertThat(database.applied()).containsExactly("a", "b", "c", "d");
        assertThat(database.log()).containsExactly("upgrade b: done", "upgrade c: done", "upgrade d: done");
    }

    @DatabaseTest
    void aScriptStampsAsARunDoes(TestDatabase database) throws Exception {
        runStatements(database, script(database).stamp("base", "c"));
        assertThat(database.applied()).containsExactly("a", "b", "c");

        runStatements(database, script(database).stamp("c", "a"));
        assertThat(database.applied()).containsExactly("a");
        assertThat(database.tables()).isEmpty();
    }

    /** What a run leaves behind, upwards and back. */
    private record Run(State upgraded, State downgraded) {
        static Run of(TestDatabase database) throws SQLException {
            Migrator migrator = database.with(HISTORY);
            migrator.upgradeToHead();
            State upgraded = State.of(database);
            migrator.downgrade("base");
            State downgraded = State.of(database);
            assertThat(upgraded.rows().values()).extracting(List::size).containsExactly(1, 1);
            assertThat(downgraded.rows()).isEmpty();
            return new Run(upgraded, downgraded);
        }
    }

    /** A database: its schema, the rows of its tables, and what is applied. */
    private record State(Snapshot schema, Map<String, List<String>> rows, List<String> applied) {
        static State of(TestDatabase database) throws SQLException {
            Map<String, List<String>> rows = new TreeMap<>();
            for (String table : database.tables()) {
                rows.put(
                        table,
                        database.jdbi()
                                .withHandle(handle -> handle.createQuery("SELECT * FROM " + table)
                                        .map((row, context) -> told(row))
                                        .list()));
            }
            return new State(Snapshot.of(database), rows, database.applied());
        }

        private static String told(ResultSet row) throws SQLException {
            StringJoiner told = new StringJoiner(" | ");
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                told.add(row.getString(i));
            }
            return told.toString();
        }
    }

    private static ScriptWriter script(TestDatabase database) {
        return Migrations.script(kind(database)).registries(registry(HISTORY));
    }

    private static Database kind(TestDatabase database) {
        return new Database(database.kind());
    }

    private static void runStatements(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : SqlText.of(
                            script,
                            Databases.of(kind(database)).dialect(Version.LATEST).syntax())
                    .statements()) {
                statement.execute(sql);
            }
        }
    }
}
