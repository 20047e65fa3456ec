package dev.headway.internal.database.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Databases;
import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.database.Version;
import dev.headway.error.UnsupportedFeatureException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Database;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.op.RecordingSink;
import dev.headway.op.Sql;
import dev.headway.op.TableChange.DropColumn;
import dev.headway.schema.Identity;
import dev.headway.schema.ReferentialAction;
import dev.headway.sql.SqlSyntax;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteDataSource;

class SqliteDialectTest {
    private final Dialect dialect = Databases.of(Database.SQLITE).dialect(Version.LATEST);

    @TempDir
    private Path folder;

    private Handle handle;

    @BeforeEach
    void connect() {
        SQLiteDataSource dataSource = new SQLiteDataSource();
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("test.db"));
        handle = Jdbi.open(dataSource);
        handle.begin();
    }

    @AfterEach
    void disconnect() {
        handle.rollback();
        handle.close();
    }

    @Test
    void typesAreSpelledSoThatTheirAffinityFits() throws Exception {
        assertThat(sql(op -> op.createTable("t", t -> {
                    t.bool("a");
                    t.smallint("b");
                    t.bigint("c");
                    t.decimal("d", 9, 2);
                    t.real("e");
                    t.doublePrecision("f");
                    t.varchar("g", 9);
                    t.character("h", 2);
                    t.text("i");
                    t.date("j");
                    t.time("k");
                    t.timestamp("l");
                    t.timestamptz("m");
                    t.uuid("n");
                    t.json("o");
                    t.binary("p");
                    t.enumerated("q", "mood", "sad", "happy");
                })))
                .containsExactly("""
                        CREATE TABLE t (
                          a boolean,
                          b smallint,
                          c bigint,
                          d decimal(9, 2),
                          e real,
                          f double,
                          g varchar(9),
                          h char(2),
                          i text,
                          j date,
                          k time,
                          l timestamp,
                          m timestamp,
                          n char(36),
                          o text,
                          p blob,
                          q varchar(5) CHECK (q IN ('sad', 'happy'))
                        )""");
    }

    @Test
    void aTableHasItsConstraintsAndIndexes() throws Exception {
        assertThat(sql(op -> op.createTable("purchase", t -> {
                    t.bigint("id").identity().primaryKey();
                    t.integer("account")
                            .notNull()
                            .references(
                                    "account",
                                    "id",
                                    key -> key.onDelete(ReferentialAction.SET_NULL)
                                            .initiallyDeferred());
                    t.text("name").collate("NOCASE").comment("lost");
                    t.integer("twice").generatedAs("account * 2");
                    t.integer("thrice").generatedWhenReadAs("account * 3");
                    t.timestamp("at").defaultsTo(Sql.now());
                    t.unique("uq", "name", "at");
                    t.index("ix", "name");
                })))
                .containsExactly("""
                        CREATE TABLE purchase (
                          id integer PRIMARY KEY AUTOINCREMENT,
                          account integer NOT NULL,
                          name text COLLATE "NOCASE",
                          twice integer GENERATED ALWAYS AS (account * 2) STORED,
                          thrice integer GENERATED ALWAYS AS (account * 3) VIRTUAL,
                          at timestamp DEFAULT CURRENT_TIMESTAMP,
                          FOREIGN KEY (account) REFERENCES account (id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED,
                          CONSTRAINT uq UNIQUE (name, at)
                        )""", "CREATE INDEX ix ON purchase (name)");
    }

    @Test
    void anIndexIsOnExpressionsAndSomeRowsAndInTheDatabaseOfItsTable() throws Exception {
        assertThat(sql(op -> {
                    op.createIndex("ix", "side.t", "a")
                            .expression("lower(b)")
                            .descending("c")
                            .unique()
                            .where("a > 1");
                    op.dropIndex("ix", "side.t");
                }))
                .containsExactly(
                        "CREATE UNIQUE INDEX side.ix ON t (a, lower(b), c DESC) WHERE a > 1", "DROP INDEX side.ix");
    }

    @Test
    void valuesAreTextsWhereSqliteHasNoType() {
        assertThat(List.of(
                        dialect.literal(LocalDate.of(2024, 2, 29)),
                        dialect.literal(LocalTime.of(1, 2, 3)),
                        dialect.literal(LocalDateTime.of(2024, 2, 29, 1, 2, 3, 4_000_000)),
                        dialect.literal(Instant.parse("2024-02-29T12:00:00Z")),
                        dialect.literal(new byte[] {1, (byte) 0xab}),
                        dialect.literal(true),
                        dialect.literal("it's")))
                .containsExactly(
                        "'2024-02-29'",
                        "'01:02:03'",
                        "'2024-02-29 01:02:03.004'",
                        "'2024-02-29 12:00:00'",
                        "X'01ab'",
                        "true",
                        "'it''s'");
    }

    @Test
    void keywordsAreQuoted() {
        assertThat(dialect.quote("order")).isEqualTo("\"order\"");
        assertThat(dialect.quote("autoincrement")).isEqualTo("\"autoincrement\"");
        assertThat(dialect.quote("account")).isEqualTo("account");
    }

    @Test
    void whatSqliteCanChangeItselfIsNoCopy() throws Exception {
        handle.execute("CREATE TABLE t (a int, b int, c int)");
        handle.execute("CREATE INDEX ix ON t (a)");

        assertThat(sql(op -> {
                    op.addColumn("t", c -> c.varchar("d", 3).notNull().defaultsTo("x"));
                    op.addColumn("t", c -> c.integer("e").generatedWhenReadAs("a + 1"));
                    op.addColumn("t", c -> c.integer("a")).ifNotExists();
                    op.dropColumn("t", "b");
                    op.dropColumn("t", "z").ifExists();
                    op.renameColumn("t", "c", "k");
                    op.renameTable("t", "u");
                    op.renameIndex("t", "ix", "iy");
                    op.commentOnTable("t", "lost");
                    op.lockTimeout(Duration.ofSeconds(1));
                    op.createView("v", "SELECT 1").orReplace();
                }))
                .containsExactly(
                        "ALTER TABLE t ADD COLUMN d varchar(3) DEFAULT 'x' NOT NULL",
                        "ALTER TABLE t ADD COLUMN e integer GENERATED ALWAYS AS (a + 1) VIRTUAL",
                        "ALTER TABLE t DROP COLUMN b",
                        "ALTER TABLE t RENAME COLUMN c TO k",
                        "ALTER TABLE t RENAME TO u",
                        "DROP INDEX ix",
                        "CREATE INDEX iy ON t (a)",
                        "PRAGMA busy_timeout = 1000",
                        "DROP VIEW IF EXISTS v",
                        "CREATE VIEW v AS\nSELECT 1");
    }

    @Test
    void aCopyIsTheTextOfTheTableWithTheChangeInIt() throws Exception {
        handle.execute("CREATE TABLE t (id integer PRIMARY KEY AUTOINCREMENT, a int, b AS (a + 1))");
        handle.execute("CREATE INDEX ix ON t (a)");

        assertThat(sql(op -> op.alterColumn("t", "a").text()))
                .containsExactly(
                        "CREATE TABLE headway_new_t (id integer PRIMARY KEY AUTOINCREMENT, a text, b AS (a + 1))",
                        "INSERT INTO headway_new_t (id, a)\n  SELECT id, a FROM t",
                        "DELETE FROM sqlite_sequence WHERE name = 'headway_new_t'",
                        "INSERT INTO sqlite_sequence (name, seq)"
                                + " SELECT 'headway_new_t', seq FROM sqlite_sequence WHERE name = 't'",
                        "DROP TABLE t",
                        "PRAGMA legacy_alter_table = ON",
                        "ALTER TABLE headway_new_t RENAME TO t",
                        "PRAGMA legacy_alter_table = OFF",
                        "CREATE INDEX ix ON t (a)");
    }

    @Test
    void beforeVersion335AColumnIsDroppedByACopy() {
        handle.execute("CREATE TABLE t (a int, b int)");

        assertThat(new SqliteDialect(new Version(3, 34))
                        .render(new DropColumn("t", "b", null, List.of(), false), new SqliteCatalog(() -> handle)))
                .extracting(SqlStatement::sql)
                .startsWith("CREATE TABLE headway_new_t (a int)");
    }

    @Test
    void aTableOfAnAttachedDatabaseIsCopiedThere() throws Exception {
        handle.commit();
        handle.execute("ATTACH ':memory:' AS side");
        handle.begin();
        handle.execute("CREATE TABLE side.t (a int)");
        handle.execute("CREATE TRIGGER side.tr AFTER INSERT ON t BEGIN SELECT 1; END");

        assertThat(sql(op -> op.addUnique("uq", "side.t", "a")))
                .containsExactly(
                        "CREATE TABLE side.headway_new_t (a int,\n  CONSTRAINT uq UNIQUE (a))",
                        "INSERT INTO side.headway_new_t (a)\n  SELECT a FROM side.t",
                        "DROP TABLE side.t",
                        "PRAGMA legacy_alter_table = ON",
                        "ALTER TABLE side.headway_new_t RENAME TO t",
                        "PRAGMA legacy_alter_table = OFF",
                        "CREATE TRIGGER side.tr AFTER INSERT ON t BEGIN SELECT 1; END");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "interval",
                "array",
                "identity",
                "always",
                "sequence",
                "schema",
                "extension",
                "exclusion",
                "nulls",
                "using",
                "include",
                "statement",
                "deferred",
                "nullsLast"
            })
    void whatSqliteLacksIsRefused(String what) {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> sql(op -> lacking(op, what)))
                .withMessageStartingWith("SQLite ")
                .withMessageContaining("on(Database.…)");
    }

    private static void lacking(Operations op, String what) {
        switch (what) {
            case "interval" -> op.createTable("t", t -> t.interval("a"));
            case "array" -> op.createTable("t", t -> t.column("a").array(e -> e.integer()));
            case "identity" -> op.createTable("t", t -> t.bigint("a").identity());
            case "always" ->
                op.createTable(
                        "t",
                        t -> t.bigint("a").identity(new Identity(true, 1, 1)).primaryKey());
            case "sequence" -> op.createSequence("s");
            case "schema" -> op.createSchema("s");
            case "extension" -> op.createExtension("e");
            case "exclusion" -> op.addExclusion("x", "t").with("a", "=");
            case "nulls" -> op.addUnique("u", "t", "a").nullsNotDistinct();
            case "using" -> op.createIndex("i", "t", "a").using("gin");
            case "include" -> op.createIndex("i", "t", "a").include("b");
            case "statement" -> op.statementTimeout(Duration.ofSeconds(1));
            case "deferred" -> op.addUnique("u", "t", "a").deferrable();
            default -> op.createIndex("i", "t", "a").nullsLast();
        }
    }

    @Test
    void severalStatementsOfOneTextAreRunOneByOne() throws Exception {
        String trigger = "CREATE TRIGGER tr AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN ';' END; SELECT 2; END";

        assertThat(sql(op -> op.execute("SELECT ';'; -- one;\n " + trigger + ";\nSELECT 3;")))
                .containsExactly("SELECT ';'", "-- one;\n " + trigger, "SELECT 3");
    }

    @Test
    void aMissingArgumentIsNotTakenForNull() {
        assertThatExceptionOfType(UnsupportedFeatureException.class)
                .isThrownBy(() -> sql(op -> op.execute("SELECT ?, '?', ?", 1)))
                .withMessage(
                        "It has 2 question mark(s) and 1 argument(s). SQLite would take what is missing for null.");
    }

    private List<String> sql(Directives directives) throws Exception {
        RecordingSink sink = new RecordingSink(Database.SQLITE, SqlSyntax.STANDARD);
        Operations.perform(RevisionInfo.of("a", "a"), directives, sink);
        return sink.operations().stream()
                .flatMap(operation -> dialect.render(operation, new SqliteCatalog(() -> handle)).stream())
                .map(SqlStatement::sql)
                .toList();
    }
}
