package dev.headway.sql;

import static dev.headway.sql.TestSyntax.MARIADB;
import static dev.headway.sql.TestSyntax.POSTGRESQL;
import static dev.headway.sql.TestSyntax.SQLITE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SqlTextTest {

    @ParameterizedTest
    @MethodSource("dev.headway.sql.TestSyntax#all")
    void aScriptIsCutAtItsSemicolons(TestSyntax database) {
        assertThat(statements(database.syntax(), "CREATE TABLE a (id int);\n\nINSERT INTO a VALUES (';');  SELECT 1"))
                .containsExactly("CREATE TABLE a (id int)", "INSERT INTO a VALUES (';')", "SELECT 1");
    }

    @ParameterizedTest
    @MethodSource("dev.headway.sql.TestSyntax#all")
    void commentsStayWithTheStatementBehindThemAndAreNoStatements(TestSyntax database) {
        assertThat(statements(database.syntax(), "-- one; of two\nSELECT 1 /* ; */\n  , 2; ; -- none\n/* ; */"))
                .containsExactly("-- one; of two\nSELECT 1 /* ; */\n  , 2");
    }

    @Test
    void dollarQuotedBodiesStayWhole() {
        assertThat(statements(POSTGRESQL, """
                        CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $body$
                        BEGIN
                            EXECUTE $$SELECT 1;$$; RETURN 1;
                        END;
                        $body$;
                        SELECT one();
                        """)).hasSize(2).element(0).asString().endsWith("END;\n$body$");
    }

    @Test
    void bodiesStayWholeWithoutADelimiter() {
        String procedure = """
                CREATE OR REPLACE DEFINER=`root`@localhost PROCEDURE p(n int)
                BEGIN
                    DECLARE x int DEFAULT CASE n WHEN 1 THEN 2 ELSE 3 END;
                    again: LOOP
                        IF x > 1 THEN SET x = 1; ELSEIF x = 1 THEN LEAVE again; END IF;
                    END LOOP;
                    CASE n WHEN 1 THEN BEGIN SET x = 2; END; ELSE SET x = 3; END CASE;
                    WHILE x > 0 DO SET x = x - 1; END WHILE;
                END""";
        String trigger = "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = 1; DELETE FROM c; END";
        String function = "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END";

        assertThat(statements(MARIADB, procedure + ";\nCALL p(1);")).containsExactly(procedure, "CALL p(1)");
        assertThat(statements(SQLITE, trigger + ";\nSELECT 1;")).containsExactly(trigger, "SELECT 1");
        assertThat(statements(POSTGRESQL, function + ";\nSELECT f();")).containsExactly(function, "SELECT f()");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f(a int) RETURNS int IF a THEN RETURN 1; ELSE RETURN IF(a, 2, 3); END IF",
                "CREATE FUNCTION f(a int) RETURNS varchar(9) CHARSET utf8mb4 IF (a) > (1) THEN RETURN 'x'; END IF",
                "CREATE PROCEDURE p() COMMENT 'fills' IF IF(1, 2, 3) THEN IF 1 THEN SELECT 1; END IF; SELECT 2; END IF",
                "CREATE PROCEDURE p() COMMENT 'fills' WHILE @n > 0 DO SET @n = @n - 1; SELECT 1; END WHILE",
                "CREATE PROCEDURE p() REPEAT SET @s = REPEAT('a', 3); SET @n = 1; UNTIL @n END REPEAT",
                "CREATE PROCEDURE p() x: REPEAT SET @n = 1; UNTIL @n END REPEAT x",
                "CREATE PROCEDURE p() SQL SECURITY INVOKER FOR i IN 1..3 DO SELECT i; SELECT 2; END FOR",
                "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW FOLLOWS s IF NEW.a THEN SET @a = 1; END IF",
                "CREATE TRIGGER t BEFORE INSERT ON data FOR EACH ROW SET NEW.a = REPEAT('a', 3)",
                "CREATE TRIGGER IF NOT EXISTS t BEFORE INSERT ON row FOR EACH ROW SET NEW.a = IF(NEW.b, 1, 2)",
                "CREATE DEFINER = CURRENT_ROLE TRIGGER t BEFORE INSERT ON a FOR EACH ROW CASE WHEN IF(1, 2, 3) THEN SET @a = 1;"
                        + " END CASE",
                "CREATE EVENT IF NOT EXISTS e ON SCHEDULE EVERY 1 DAY DO IF 1 THEN SELECT 1; SELECT 2; END IF",
                "CREATE FUNCTION f() RETURNS int RETURN CASE WHEN 1 THEN IF(1, 2, 3) END",
                "DROP TRIGGER IF EXISTS t",
                "IF @a THEN SELECT 1; SELECT 2; END IF",
                "x: LOOP SELECT 1; LEAVE x; END LOOP x",
                "SELECT IF(1, 2, 3), REPEAT('a', 3) FOR UPDATE"
            })
    void bodiesAreBlocksOfAnyKind(String statement) {
        assertThat(statements(MARIADB, statement + ";\nSELECT 1; SELECT 2"))
                .containsExactly(statement, "SELECT 1", "SELECT 2");
    }

    @Test
    void namesOfBlocksAreNoBlocksElsewhere() {
        String repeat = "CREATE FUNCTION repeat(text) RETURNS text LANGUAGE sql RETURN $1";
        String loop = "CREATE TRIGGER loop AFTER INSERT ON while FOR EACH ROW EXECUTE FUNCTION loop()";

        assertThat(statements(POSTGRESQL, repeat + ";" + loop + "; SELECT 1"))
                .containsExactly(repeat, loop, "SELECT 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW SET NEW.begin = 1",
                "CREATE TRIGGER end BEFORE INSERT ON begin FOR EACH ROW BEGIN SET NEW.end = 1; SET NEW.begin = 2; END",
                "CREATE PROCEDURE p(begin INT, IN end INT) BEGIN SELECT begin; SELECT end, begin FROM a WHERE end > begin; END",
                "CREATE PROCEDURE begin() BEGIN INSERT INTO a (begin, end) VALUES (1, 2); UPDATE a SET end = 1, begin = 2; END",
                "CREATE FUNCTION f(begin INT, end INT) RETURNS INT RETURN end - begin",
                "CREATE PROCEDURE p() BEGIN SELECT CASE a.end WHEN begin THEN end ELSE end END AS end FROM a; SELECT 2; END",
                "CREATE PROCEDURE p() BEGIN SELECT 1 begin, 2; SELECT a.case, b FROM a ORDER BY end; SELECT 3; END",
            })
    void namesOfColumnsAreNoBlocks(String statement) {
        assertThat(statements(MARIADB, statement + ";\nSELECT 1;")).containsExactly(statement, "SELECT 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TRIGGER t AFTER UPDATE OF begin ON a FOR EACH ROW EXECUTE FUNCTION begin()",
                "CREATE TRIGGER t AFTER UPDATE ON a FOR EACH ROW WHEN (OLD.begin <> NEW.begin) EXECUTE FUNCTION f()",
                "CREATE FUNCTION f(begin date, \"end\" date) RETURNS int LANGUAGE sql AS $$SELECT 1;$$",
                "CREATE FUNCTION s.begin() RETURNS int LANGUAGE sql RETURN 1",
                "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT t.end, begin FROM t; SELECT 1 AS begin, 2 AS end; END",
                "CREATE PROCEDURE p() BEGIN ATOMIC INSERT INTO t (begin) VALUES (1); UPDATE t SET begin = 2; END",
                "ALTER FUNCTION begin() RENAME TO other",
            })
    void namesOfColumnsAreNoBlocksOnPostgreSql(String statement) {
        assertThat(statements(POSTGRESQL, statement + ";\nSELECT 1;")).containsExactly(statement, "SELECT 1");
    }

    @Test
    void namesOfColumnsAreNoBlocksOnSqlite() {
        String trigger =
                "CREATE TRIGGER t AFTER UPDATE OF begin ON a BEGIN UPDATE a SET begin = NEW.end; SELECT 1; END";

        assertThat(statements(SQLITE, trigger + ";\nSELECT 1;")).containsExactly(trigger, "SELECT 1");
    }

    @Test
    void alteredEventsKeepTheirBodies() {
        String event = "ALTER DEFINER = a@b EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN SELECT 1; SELECT 2; END";
        String condition = "ALTER EVENT e DO IF 1 THEN SELECT 1; SELECT 2; END IF";

        assertThat(statements(MARIADB, event + ";" + condition + ";ALTER EVENT e RENAME TO f; SELECT 1"))
                .containsExactly(event, condition, "ALTER EVENT e RENAME TO f", "SELECT 1");
    }

    @Test
    void lockingClauseAfterCaseEndsNoLoop() {
        String procedure =
                "CREATE PROCEDURE p() FOR r IN 1..2 DO SELECT CASE WHEN 1 THEN 2 END FOR UPDATE; SELECT 1; END FOR";

        assertThat(statements(MARIADB, procedure + ";SELECT 1")).containsExactly(procedure, "SELECT 1");
    }

    @Test
    void quotesOfADelimiterAreNoPartOfIt() {
        assertThat(statements(MARIADB, "DELIMITER \"$$\"\nSELECT 1$$\nDELIMITER ;\nSELECT 2;"))
                .containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void elsewhereBeginIsAStatementOfItsOwn() {
        assertThat(statements(POSTGRESQL, "BEGIN; CREATE TABLE a (function int, begin int); COMMIT;"))
                .containsExactly("BEGIN", "CREATE TABLE a (function int, begin int)", "COMMIT");
    }

    @Test
    void aDelimiterIsHeeded() {
        assertThat(statements(MARIADB, """
                        SELECT 1;
                        DELIMITER $$
                        CREATE PROCEDURE p() BEGIN SELECT '$$'; SELECT 2; END$$
                        delimiter //
                        CREATE EVENT e DO SET @a = 1; // SELECT 3 //
                        DELIMITER ;
                        SELECT 4; SELECT 5"""))
                .containsExactly(
                        "SELECT 1",
                        "CREATE PROCEDURE p() BEGIN SELECT '$$'; SELECT 2; END",
                        "CREATE EVENT e DO SET @a = 1;",
                        "SELECT 3",
                        "SELECT 4",
                        "SELECT 5");
    }

    @Test
    void literalsTakeThePlaceOfQuestionMarksThatArePlaceholders() {
        assertThat(fill("UPDATE a SET b = ?, c = '?' /* ? */ WHERE d ?? ? -- ?", "1", "'x'"))
                .isEqualTo("UPDATE a SET b = 1, c = '?' /* ? */ WHERE d ? 'x' -- ?");
    }

    @Test
    void numbersBelowZeroAreKeptApartFromOperators() {
        assertThat(fill("VALUES (?, ?), a = ?", "-1", "-2", "-3")).isEqualTo("VALUES (-1, -2), a = -3");
        assertThat(fill("SELECT a -?, ?::smallint", "-1", "-2")).isEqualTo("SELECT a -(-1), (-2)::smallint");
    }

    @Test
    void eachPlaceholderNeedsOneLiteral() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fill("SELECT ?, ?", "1"))
                .withMessage("The statement has 2 times ?, but 1 arguments: SELECT ?, ?");
        assertThatIllegalArgumentException().isThrownBy(() -> fill("SELECT '?'", "1"));
    }

    @Test
    void aStatementGetsTheTerminatorThatItLacks() {
        assertThat(SqlText.of("SELECT 1", POSTGRESQL).terminated()).isEqualTo("SELECT 1;");
        assertThat(SqlText.of("SELECT 1; -- done", POSTGRESQL).terminated()).isEqualTo("SELECT 1; -- done");
        assertThat(SqlText.of("SELECT 1 -- one", POSTGRESQL).terminated()).isEqualTo("SELECT 1 -- one\n;");
        assertThat(SqlText.of("SELECT ';'", MARIADB).terminated()).isEqualTo("SELECT ';';");
        assertThat(SqlText.of("CREATE PROCEDURE p() BEGIN SELECT 1; END", MARIADB)
                        .terminated())
                .isEqualTo("DELIMITER //\nCREATE PROCEDURE p() BEGIN SELECT 1; END\n//\nDELIMITER ;");
    }

    private static List<String> statements(SqlSyntax syntax, String script) {
        return SqlText.of(script, syntax).statements();
    }

    private static String fill(String sql, String... literals) {
        return SqlText.of(sql, POSTGRESQL).fill(List.of(literals));
    }
}
