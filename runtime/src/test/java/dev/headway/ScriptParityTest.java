package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.headway.op.Database;
import dev.headway.op.SqlText;
import dev.headway.schema.ReferentialAction;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import dev.headway.testing.Trait;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A script leaves the database as a run does. */
class ScriptParityTest {
    private static final TestRevision[] HISTORY = {
        revision("a", op -> {
            op.createTable("account", t -> {
                t.bigint("id").identity();
                t.varchar("name", 50).notNull().defaultsTo("it's; new");
                t.timestamptz("born").comment("When; or 'never'");
                t.decimal("balance", 10, 2);
                t.uuid("code");
                t.binary("photo");
                t.date("met");
                t.primaryKey("id");
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
                    op.statementTimeout(Duration.ofMinutes(1));
                    op.insert(
                            "account",
                            Map.of(
                                    "id",
                                    7,
                                    "name",
                                    "semi;colon -- 'q' \\ ? :x é",
                                    "born",
                                    Instant.parse("2024-02-29T23:59:58.123456Z"),
                                    "balance",
                                    new BigDecimal("-1.50"),
                                    "code",
                                    UUID.fromString("0f8fad5b-d9cb-469f-a165-70867728950e"),
                                    "photo",
                                    new byte[] {0, 1, -1},
                                    "met",
                                    LocalDate.of(2024, 2, 29)));
                    op.execute(
                            "UPDATE account SET balance = balance -:less WHERE id = :id", Map.of("less", -3, "id", 7));
                    op.execute("INSERT INTO entry VALUES (1, 7) -- the first; one");
                })
                .after("a")
                .downgrade(op -> op.execute("DELETE FROM account")),
        revision("c", op -> {
                    op.createIndex("ix_born", "account", "born").concurrently();
                    op.on(Database.POSTGRESQL, on -> on.script("scripts/functions.sql"));
                })
                .after("b")
                .declaredBy(ScriptParityTest.class)
                .downgrade(op -> {
                    op.dropIndex("ix_born");
                    op.on(Database.POSTGRESQL, on -> on.execute("DROP FUNCTION one(); DROP FUNCTION two()"));
                })
    };

    @DatabaseTest({Trait.SCHEMAS, Trait.STANDARD_SQL})
    void aScriptRunStatementByStatement(TestDatabase database) throws Exception {
        List<String> live = upgradedAndDowngraded(database);

        runStatements(database, script(database).upgrade("base", "head"));
        assertThat(state(database)).isEqualTo(live);
        assertThat(database.with(HISTORY).plan("head").isEmpty()).isTrue();

        runStatements(database, script(database).downgrade("head", "base"));
        assertThat(database.tables()).isEmpty();
        assertThat(database.applied()).isEmpty();
    }

    @DatabaseTest({Trait.TRANSACTIONAL_DDL, Trait.SCHEMAS})
    void aScriptRunByPsql(TestDatabase database) throws Exception {
        Optional<Path> psql = psql();
        assumeTrue(psql.isPresent(), "no psql here");
        List<String> live = upgradedAndDowngraded(database);

        runWith(psql.get(), database, script(database).upgrade("base", "head"));
        assertThat(state(database)).isEqualTo(live);

        runWith(psql.get(), database, script(database).downgrade("head", "base"));
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest({Trait.SCHEMAS, Trait.STANDARD_SQL})
    void aRunGoesOnBehindAScript(TestDatabase database) throws Exception {
        runStatements(database, script(database).upgrade("base", "a"));

        database.with(HISTORY).upgradeToHead();

        assertThat(database.applied()).containsExactly("a", "b", "c");
        assertThat(database.log()).containsExactly("upgrade b: done", "upgrade c: done");
    }

    /** Returns what a run made, and takes it back. */
    private static List<String> upgradedAndDowngraded(TestDatabase database) {
        Migrator migrator = database.with(HISTORY);
        migrator.upgradeToHead();
        List<String> state = state(database);
        migrator.downgrade("base");
        return state;
    }

    private static List<String> state(TestDatabase database) {
        List<String> state = new ArrayList<>(database.applied());
        for (String question : List.of(
                "SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) c"
                        + " FROM information_schema.columns WHERE table_schema = " + database.currentSchema()
                        + " ORDER BY 1",
                "SELECT concat_ws(' ', table_name, constraint_name, constraint_type) c"
                        + " FROM information_schema.table_constraints WHERE table_schema = " + database.currentSchema()
                        + " AND lower(table_name) NOT LIKE 'headway_%' ORDER BY 1",
                "SELECT concat_ws(' ', id, name, born, balance, code, met) c FROM account",
                "SELECT concat_ws(' ', id, account_id) c FROM entry",
                "SELECT name c FROM account WHERE photo IS NOT NULL")) {
            state.addAll(database.column(question));
        }
        assertThat(state).hasSizeGreaterThan(20);
        return state;
    }

    private static ScriptWriter script(TestDatabase database) {
        return Migrations.script(kind(database)).registries(registry(HISTORY));
    }

    private static Database kind(TestDatabase database) {
        return Database.valueOf(database.kind().toUpperCase(Locale.ROOT));
    }

    private static void runStatements(TestDatabase database, String script) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : SqlText.of(script, kind(database)).statements()) {
                statement.execute(sql);
            }
        }
    }

    private static void runWith(Path psql, TestDatabase database, String script)
            throws IOException, InterruptedException {
        Path file = Files.createTempFile("headway", ".sql");
        try {
            Files.writeString(file, script);
            ProcessBuilder builder = new ProcessBuilder(
                    psql.toString(),
                    "--no-psqlrc",
                    "--quiet",
                    "--set=ON_ERROR_STOP=1",
                    "--file=" + file,
                    "--username=" + database.user(),
                    "--dbname=" + database.url().substring("jdbc:".length()));
            builder.environment().put("PGPASSWORD", database.password());
            builder.environment().put("PGCLIENTENCODING", "UTF8");
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(output).isZero();
        } finally {
            Files.delete(file);
        }
    }

    /** Finds the client, which the servers of the tests do not bring along. */
    private static Optional<Path> psql() throws IOException {
        Stream<Path> onPath =
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).map(Path::of);
        Path installed = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(installed) ? Files.list(installed) : Stream.empty()) {
            return Stream.concat(onPath, versions.map(version -> version.resolve("bin")))
                    .map(folder -> folder.resolve("psql"))
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
