package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.op.Directives;
import dev.headway.op.Sql;
import dev.headway.schema.ReferentialAction;
import dev.headway.testing.RequiresDatabase;
import dev.headway.testing.TestRevision;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** What SQLite has no statement for, on a file whose connections enforce foreign keys. */
@RequiresDatabase("SQLite")
class SqliteMoveAndCopyTest {
    private static final String ACCOUNT = """
            CREATE TABLE account ( -- those who pay
              id integer PRIMARY KEY AUTOINCREMENT,
              name varchar(20) NOT NULL COLLATE NOCASE, /* as on the bill */
              age int CHECK (age >= 0),
              initial text GENERATED ALWAYS AS (substr(name, 1, 1)) VIRTUAL,
              boss int REFERENCES account (id),
              CHECK (age < 200)
            )""";

    @TempDir
    private Path folder;

    private SQLiteDataSource dataSource;

    @BeforeEach
    void makeTables() {
        SQLiteConfig config = new SQLiteConfig();
        config.enforceForeignKeys(true);
        dataSource = new SQLiteDataSource(config);
        dataSource.setUrl("jdbc:sqlite:" + folder.resolve("test.db"));
        execute(
                ACCOUNT,
                "CREATE TABLE purchase (id integer PRIMARY KEY,"
                        + " account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE)",
                "CREATE TABLE audit (what text)",
                "CREATE INDEX ix_lower ON account (lower(name) DESC)",
                "CREATE UNIQUE INDEX ux_adult ON account (name, age) WHERE age >= 18",
                "CREATE TRIGGER tr_audit AFTER INSERT ON account BEGIN INSERT INTO audit VALUES (new.name); END",
                "CREATE TRIGGER tr_other AFTER DELETE ON purchase BEGIN UPDATE account SET age = 0; END",
                "CREATE VIEW adult AS SELECT id, name FROM account WHERE age >= 18",
                "INSERT INTO account (id, name, age) VALUES (1, 'Ann', 40), (2, 'Bob', 17), (9, 'Zoe', 30)",
                "UPDATE account SET boss = 1 WHERE id = 2",
                "INSERT INTO purchase VALUES (1, 1), (2, 1), (3, 2)",
                "DELETE FROM account WHERE id = 9");
    }

    @Test
    void allThatHangsOnATableIsKept() {
        upgrade(op -> op.alterColumn("account", "age").notNull().defaultsTo(18));

        assertThat(column("SELECT id || name || age || initial || coalesce(boss, '-') FROM account ORDER BY id"))
                .containsExactly("1Ann40A-", "2Bob17B1");
        assertThat(column("SELECT count(*) FROM purchase")).containsExactly("3");
        assertThat(column("SELECT type || ' ' || name FROM sqlite_master WHERE tbl_name IN ('account', 'adult')"
                        + " ORDER BY 1"))
                .containsExactly("index ix_lower", "index ux_adult", "table account", "trigger tr_audit", "view adult");
        assertThat(column("SELECT sql FROM sqlite_master WHERE name = 'account'"))
                .containsExactly("""
                CREATE TABLE "account" ( -- those who pay
                  id integer PRIMARY KEY AUTOINCREMENT,
                  name varchar(20) NOT NULL COLLATE NOCASE, /* as on the bill */
                  age int CHECK (age >= 0) NOT NULL DEFAULT 18,
                  initial text GENERATED ALWAYS AS (substr(name, 1, 1)) VIRTUAL,
                  boss int REFERENCES account (id),
                  CHECK (age < 200)
                )""");
        assertThat(column("SELECT sql FROM sqlite_master WHERE name IN ('ix_lower', 'purchase') ORDER BY name"))
                .containsExactly(
                        "CREATE INDEX ix_lower ON account (lower(name) DESC)",
                        "CREATE TABLE purchase (id integer PRIMARY KEY,"
                                + " account_id int NOT NULL REFERENCES account (id) ON DELETE CASCADE)");
    }

    @Test
    void whatWasKeptWorks() {
        upgrade(op -> op.alterColumn("account", "age").notNull().defaultsTo(18));

        execute("INSERT INTO account (name) VALUES ('Eve')");

        assertThat(column("SELECT id FROM account WHERE name = 'EVE'")).containsExactly("10");
        assertThat(column("SELECT what FROM audit")).endsWith("Eve");
        assertThat(column("SELECT name FROM adult ORDER BY 1")).containsExactly("Ann", "Eve");
        assertThat(column("SELECT seq FROM sqlite_sequence WHERE name LIKE '%account%'"))
                .containsExactly("10");
        assertThat(refusal("INSERT INTO account (name, age) VALUES ('Old', 200)"))
                .contains("CHECK");
        assertThat(refusal("INSERT INTO account (name, age) VALUES ('Neg', -1)"))
                .contains("CHECK");
        assertThat(refusal("INSERT INTO account (name) VALUES ('Eve')")).contains("UNIQUE");
        assertThat(refusal("INSERT INTO purchase VALUES (4, 77)")).contains("FOREIGN KEY");
        execute("DELETE FROM account WHERE id = 2");
        assertThat(column("SELECT id FROM purchase ORDER BY 1")).containsExactly("1", "2");
    }

    @Test
    void severalChangesAreOneCopy() {
        execute(
                "CREATE TABLE copies (n text)",
                "CREATE TABLE other (id int, a text, b text, c text, CONSTRAINT old UNIQUE (b))",
                "INSERT INTO other VALUES (1, '7', 'x', 'y')");

        upgrade(op -> op.alterTable("other", t -> {
            t.alterColumn("a").integer().notNull();
            t.dropConstraint("old");
            t.renameColumn("b", "brand");
            t.addUnique("ux_brand", "brand");
            t.addCheck("ck_brand", "length(brand) < 5");
            t.dropColumn("c");
            t.addColumn(c -> c.varchar("d", 3).notNull().defaultsTo("new").unique());
        }));

        assertThat(column("SELECT sql FROM sqlite_master WHERE name = 'other'")).containsExactly("""
                CREATE TABLE "other" (id int, a integer NOT NULL, brand text,
                  d varchar(3) DEFAULT 'new' NOT NULL,
                  CONSTRAINT ux_brand UNIQUE (brand),
                  CONSTRAINT ck_brand CHECK (length(brand) < 5),
                  UNIQUE (d))""");
        assertThat(column("SELECT id || typeof(a) || a || brand || d FROM other"))
                .containsExactly("1integer7xnew");
        assertThat(column("SELECT statements FROM headway_log")).containsExactly("7");
    }

    @Test
    void aFailureInTheMiddleTakesAllBack() {
        List<String> before = column("SELECT sql FROM sqlite_master ORDER BY name");

        MigrationFailedException failure = failure(op -> {
            op.addColumn("account", c -> c.integer("mother").references("account", "id"));
            op.alterColumn("account", "boss").notNull();
        });

        assertThat(failure)
                .hasMessageContaining("INSERT INTO headway_new_account")
                .hasMessageContaining("NOT NULL constraint failed")
                .hasMessageContaining("None of its changes is in the database.");
        assertThat(column("SELECT sql FROM sqlite_master WHERE name NOT LIKE '%headway%' ORDER BY name"))
                .isEqualTo(before.stream()
                        .filter(sql -> sql == null || !sql.contains("headway"))
                        .toList());
        assertThat(column("SELECT count(*) FROM purchase")).containsExactly("3");
        assertThat(refusal("INSERT INTO purchase VALUES (4, 77)")).contains("FOREIGN KEY");
    }

    @Test
    void aConnectionIsGivenBackAsItWas() {
        Jdbi.create(dataSource).useHandle(handle -> {
            Jdbi one = Jdbi.create(handle.getConnection());
            Migrations.on(one)
                    .registries(TestRevision.registry(
                            revision("a", op -> op.alterColumn("account", "age").notNull())))
                    .upgradeToHead();

            Map.of("foreign_keys", "1", "legacy_alter_table", "0", "busy_timeout", "3000")
                    .forEach((pragma, value) -> assertThat(handle.createQuery("PRAGMA " + pragma)
                                    .mapTo(String.class)
                                    .one())
                            .as(pragma)
                            .isEqualTo(value));
            assertThat(handle.createQuery("SELECT name FROM pragma_database_list")
                            .mapTo(String.class)
                            .list())
                    .doesNotContain("headway_lock");
        });
    }

    @Test
    void rowsThatPointNowhereFailTheStep() {
        MigrationFailedException failure = failure(op -> {
            op.alterColumn("account", "age").notNull();
            op.execute("DELETE FROM account WHERE id = 1");
        });

        assertThat(failure)
                .hasMessageContaining("At its end 3 row(s) point at rows that are not there: ")
                .hasMessageContaining("purchase (row 1) -> account")
                .hasMessageContaining("None of its changes is in the database.");
        assertThat(column("SELECT count(*) FROM account")).containsExactly("2");
    }

    @Test
    void aCopyThatCouldNotBeForeseenIsRefused() {
        MigrationFailedException failure = failure(op -> {
            op.handle().execute("INSERT INTO audit VALUES ('before')");
            op.alterColumn("account", "age").notNull();
        });

        assertThat(failure)
                .hasMessageContaining(
                        "SQLite makes this change by copying table 'account', and foreign keys must be off")
                .hasMessageContaining("Give the change a revision of its own that does not ask");
        assertThat(column("SELECT count(*) FROM purchase")).containsExactly("3");
    }

    @Test
    void aCopyOutsideATransactionIsRefused() {
        TestRevision outside =
                revision("a", op -> op.alterColumn("account", "age").notNull()).outsideTransaction();

        assertThat(catchThrowableOfType(
                        MigrationFailedException.class, () -> migrator(outside).upgradeToHead()))
                .hasMessageContaining("this revision runs outside a transaction");
        assertThat(column("SELECT count(*) FROM purchase")).containsExactly("3");
    }

    @Test
    void constraintsAreAddedRenamedAndDropped() {
        execute("CREATE TABLE bill (account_id int)", "INSERT INTO bill VALUES (1)");
        Migrator migrator = migrator(
                revision("a", op -> {
                    op.addCheck("ck", "account", "age <> 13");
                    op.renameConstraint("account", "ck", "ck_age");
                    op.addForeignKey("fk", "bill", "account_id")
                            .references("account", "id")
                            .onDelete(ReferentialAction.SET_NULL);
                }),
                revision("b", op -> op.dropConstraint("ck_age", "account", c -> c.check("age <> 13")))
                        .after("a"));

        migrator.upgrade("a");
        assertThat(refusal("INSERT INTO account (name, age) VALUES ('Tom', 13)"))
                .contains("ck_age");
        migrator.upgrade("b");
        execute("INSERT INTO account (name, age) VALUES ('Tom', 13)", "DELETE FROM account WHERE name = 'Tom'");
        migrator.downgrade("base");

        assertThat(column("SELECT sql FROM sqlite_master WHERE name IN ('account', 'bill') ORDER BY name"))
                .containsExactly(
                        ACCOUNT.replace("account ( --", "\"account\" ( --"), "CREATE TABLE \"bill\" (account_id int)");
    }

    @Test
    void aDroppedColumnTakesAlongWhatIsOnItAlone() {
        execute(
                "CREATE TABLE other (a int, b int UNIQUE CHECK (b > 0), c int AS (a + 1), CHECK (b < 9), UNIQUE (a))",
                "CREATE INDEX ix_b ON other (b)",
                "CREATE INDEX ix_a ON other (a) WHERE a > 1",
                "INSERT INTO other (a, b) VALUES (1, 2)");

        upgrade(op -> op.dropColumn("other", "b"));

        assertThat(column("SELECT sql FROM sqlite_master WHERE tbl_name = 'other' AND sql IS NOT NULL"))
                .containsExactly(
                        "CREATE TABLE \"other\" (a int, c int AS (a + 1), UNIQUE (a))",
                        "CREATE INDEX ix_a ON other (a) WHERE a > 1");
        assertThat(column("SELECT a || c FROM other")).containsExactly("12");
    }

    @Test
    void aColumnIsNotDroppedFromUnderWhatNamesOthersToo() {
        assertThat(failure(op -> op.dropColumn("account", "age")))
                .hasMessageContaining(
                        "Column 'age' cannot be dropped while index 'ux_adult' names it. Drop that first");
        assertThat(failure(op -> op.dropColumn("account", "name")))
                .hasMessageContaining("Column 'name' of table 'account' cannot be dropped while this names it beside"
                        + " others: initial GENERATED ALWAYS AS (substr(name, 1, 1)) VIRTUAL. Drop that first.");
    }

    @Test
    void aViewThatReadsADroppedColumnFailsTheStep() {
        execute("CREATE TABLE other (a int, b int UNIQUE)", "CREATE VIEW shown AS SELECT b FROM other");

        assertThat(failure(op -> op.dropColumn("other", "b"))).hasMessageContaining("no such column: b");

        assertThat(column("SELECT name FROM pragma_table_info('other')")).containsExactly("a", "b");
    }

    @Test
    void valuesOfANewTypeComeFromAnExpression() {
        execute("CREATE TABLE other (age int)", "INSERT INTO other VALUES (40), (17)");

        upgrade(op -> {
            op.alterColumn("other", "age").text().using("age || ' years'");
            op.alterColumn("audit", "what").enumerated("kind", "Ann", "Bob", "Zoe", "X");
        });

        assertThat(column("SELECT age FROM other")).containsExactly("40 years", "17 years");
        assertThat(refusal("INSERT INTO audit VALUES ('Y')")).contains("CHECK");
    }

    @Test
    void columnsThatSqliteDoesNotAddAreAddedAllTheSame() {
        execute("CREATE TABLE other (a int)", "INSERT INTO other VALUES (1)");

        upgrade(op -> {
            op.addColumn("other", c -> c.integer("twice").generatedAs("a * 2"));
            op.addColumn("other", c -> c.timestamp("at").notNull().defaultsTo(Sql.now()));
            op.addPrimaryKey("pk", "other", "a");
            op.addColumn("account", c -> c.integer("mother").references("account", "id"));
        });

        assertThat(column("SELECT a || twice || length(at) FROM other")).containsExactly("1219");
        assertThat(refusal("INSERT INTO other (a) VALUES (1)")).contains("UNIQUE");
        assertThat(refusal("UPDATE account SET mother = 77")).contains("FOREIGN KEY");
    }

    @Test
    void oddTablesStayOdd() {
        execute(
                "CREATE TABLE [odd one](\"a,b\" TEXT DEFAULT '),(' PRIMARY KEY, [c d] INT) WITHOUT ROWID, STRICT",
                "INSERT INTO [odd one] VALUES ('x', 1)");

        upgrade(op -> op.alterColumn("odd one", "c d").type("REAL").notNull());

        assertThat(column("SELECT sql FROM sqlite_master WHERE name = 'odd one'"))
                .containsExactly(
                        "CREATE TABLE \"odd one\" (\"a,b\" TEXT DEFAULT '),(' PRIMARY KEY, [c d] REAL NOT NULL)"
                                + " WITHOUT ROWID, STRICT");
        assertThat(column("SELECT \"a,b\" || [c d] FROM [odd one]")).containsExactly("x1.0");
    }

    private Migrator migrator(TestRevision... revisions) {
        return Migrations.on(dataSource).registries(TestRevision.registry(revisions));
    }

    private void upgrade(Directives directives) {
        migrator(revision("a", directives)).upgradeToHead();
    }

    private MigrationFailedException failure(Directives directives) {
        return catchThrowableOfType(MigrationFailedException.class, () -> upgrade(directives));
    }

    private void execute(String... statements) {
        Jdbi.create(dataSource).useHandle(handle -> List.of(statements).forEach(handle::execute));
    }

    private String refusal(String sql) {
        return catchThrowableOfType(RuntimeException.class, () -> execute(sql)).getMessage();
    }

    private List<String> column(String sql) {
        return Jdbi.create(dataSource)
                .withHandle(
                        handle -> handle.createQuery(sql).mapTo(String.class).list());
    }
}
