package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.UnsupportedChangeException;
import dev.headway.op.Database;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.List;
import java.util.Map;

/** {@code Operations.script}. */
class ScriptTest {

    @DatabaseTest
    void aScriptBesideTheClassIsRunStatementByStatement(TestDatabase database) {
        database.with(beside("scripts/account.sql")).upgradeToHead();

        assertThat(database.column("SELECT name FROM account ORDER BY id"))
                .containsExactly("a;b", "naïve -- no comment", "?");
        assertThat(database.column("SELECT statements FROM headway_log")).containsExactly("4");
    }

    @DatabaseTest
    void aScriptMayBeAnywhereOnTheClassPath(TestDatabase database) {
        database.with(beside("/db/anywhere.sql")).upgradeToHead();

        assertThat(database.tables()).containsExactly("anywhere");
    }

    @DatabaseTest(Capability.CLIENT)
    void functionsProceduresAndTriggersKeepTheirBodies(TestDatabase database) {
        TestRevision tables = revision("a", op -> {
            op.createTable("account", t -> {
                t.bigint("id").primaryKey();
                t.varchar("name", 20);
            });
            op.createTable("entry", t -> t.bigint("account_id"));
            op.insert("account", Map.of("id", 1, "name", "anne"));
        });
        TestRevision bodies = revision("b", op -> {
                    op.on(Database.POSTGRESQL, on -> on.script("scripts/functions.sql"));
                    op.on(List.of(Database.MARIADB, Database.MYSQL), on -> on.script("scripts/procedures.sql"));
                    op.on(Database.SQLITE, on -> on.script("scripts/triggers.sql"));
                })
                .after("a")
                .declaredBy(ScriptTest.class);

        database.with(tables, bodies).upgradeToHead();

        switch (database.kind()) {
            case "PostgreSQL" ->
                assertThat(database.column("SELECT one() + two()")).containsExactly("3");
            case "MariaDB", "MySQL" -> {
                database.execute("CALL rename_account('anne', 'bob')");
                assertThat(database.column("SELECT name FROM account")).containsExactly("bob");
                database.execute("INSERT INTO entry VALUES (1)");
                assertThatThrownBy(() -> database.execute("INSERT INTO entry VALUES (1)"))
                        .hasMessageContaining("once; only");
            }
            default -> {
                database.execute("INSERT INTO entry VALUES (1)");
                assertThat(database.column("SELECT name FROM account")).containsExactly("ANNE");
                assertThatThrownBy(() -> database.execute("INSERT INTO entry VALUES (1)"))
                        .hasMessageContaining("once; only");
            }
        }
    }

    @DatabaseTest
    void reportsPathOfMissingScript(TestDatabase database) {
        assertThatThrownBy(() -> database.with(table("a"), beside("missing.sql").after("a"))
                        .upgradeToHead())
                .isInstanceOf(UnsupportedChangeException.class)
                .hasMessageContaining(
                        "The script '/dev/headway/missing.sql' is not on the class path. Add it, or correct its path: a"
                                + " path without a leading slash is relative to the package of the migration's class");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void refusesCommandsOfClientsBeforeAnythingRuns(TestDatabase database) {
        for (String command : List.of(
                "\\connect other",
                "\\restrict x1",
                "COPY a (id) FROM stdin;\n1",
                "GO",
                "/",
                "GO 5\nCREATE TABLE b (id int)",
                "SELECT 1 \\gset",
                "SELECT 1\\G",
                "DELIMITER",
                "source other.sql",
                ".mode csv")) {
            assertThatThrownBy(() -> database.with(
                                    table("a"),
                                    revision("b", op -> op.executeAll("INSERT INTO a VALUES (1);\n\n" + command + "\n"))
                                            .after("a"))
                            .upgradeToHead())
                    .isInstanceOf(UnsupportedChangeException.class)
                    .hasMessageContaining("A client program executes it")
                    .hasMessageContaining("line 3.");
            assertThat(database.tables()).isEmpty();
        }
    }

    @DatabaseTest
    void splitsBodiesAsTheDatabaseReadsThem(TestDatabase database) {
        String script = switch (database.kind()) {
            case "H2" -> "// it's one\nINSERT INTO a VALUES (1); // two; three\nINSERT INTO a VALUES (2);";
            case "PostgreSQL" -> """
                            CREATE RULE pair AS ON INSERT TO b DO ALSO (INSERT INTO a VALUES (NEW.id); INSERT INTO a VALUES (NEW.id + 1));
                            CREATE FUNCTION twice(n bigint) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT n * 2; END;
                            INSERT INTO b VALUES (1);
                            """;
            case "MariaDB" -> """
                            BEGIN NOT ATOMIC INSERT INTO a VALUES (1); INSERT INTO a VALUES (2); END;
                            CREATE TRIGGER ids BEFORE INSERT ON b FOR EACH ROW
                              IF NEW.id < 0 THEN SET NEW.id = 0; ELSE SET NEW.id = IF(NEW.id > 9, 9, NEW.id); END IF;
                            CREATE FUNCTION ten(big int) RETURNS int IF big THEN RETURN 10; ELSE RETURN IF(big, 1, 0); END IF;
                            CREATE PROCEDURE filled() COMMENT 'fills' WHILE ten(1) < 10 DO SELECT 1; SELECT 2; END WHILE;
                            IF ten(0) THEN INSERT INTO a VALUES (3); INSERT INTO a VALUES (4); END IF;
                            CREATE PROCEDURE fill() again: LOOP INSERT INTO b VALUES (10); LEAVE again; END LOOP;
                            CALL fill();
                            """;
            case "MySQL" -> """
                            CREATE TRIGGER ids BEFORE INSERT ON b FOR EACH ROW
                              IF NEW.id < 0 THEN SET NEW.id = 0; ELSE SET NEW.id = IF(NEW.id > 9, 9, NEW.id); END IF;
                            INSERT INTO a VALUES (1), (2);
                            """;
            case "SQLite" -> """
                            CREATE TRIGGER ids AFTER INSERT ON b BEGIN
                              INSERT INTO a VALUES (CASE WHEN NEW.id < 0 THEN 0 ELSE NEW.id END); INSERT INTO a VALUES (2); END;
                            INSERT INTO b VALUES (1);
                            """;
            default -> "INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);";
        };

        database.with(
                        table("a"),
                        table("b").after("a"),
                        revision("c", op -> op.executeAll(script)).after("b"))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM a ORDER BY id")).containsExactly("1", "2");
    }

    @DatabaseTest
    void aScriptMustBeInUtf8(TestDatabase database) {
        assertThatThrownBy(() -> database.with(beside("scripts/latin1.sql")).upgradeToHead())
                .hasMessageContaining(
                        "The script '/dev/headway/scripts/latin1.sql' is not in UTF-8: see line 1. Save it in UTF-8");
    }

    @DatabaseTest
    void ignoresAByteOrderMarkAndLineEndsOfWindows(TestDatabase database) {
        String rows = """
                \uFEFFINSERT INTO a VALUES (1);
                -- two; of two
                INSERT INTO a VALUES (2);
                """.replace("\n", "\r\n");
        String comments = "\uFEFF-- nothing; at all\r\n/* ; */\r\n";

        database.with(
                        table("a"),
                        revision("b", op -> op.executeAll(rows)).after("a"),
                        revision("c", op -> op.executeAll(comments)).after("b"),
                        revision("d", op -> op.executeAll("")).after("c"))
                .upgradeToHead();

        assertThat(database.column("SELECT id FROM a ORDER BY id")).containsExactly("1", "2");
    }

    private static TestRevision beside(String path) {
        return revision("b", op -> op.script(path)).declaredBy(ScriptTest.class);
    }
}
