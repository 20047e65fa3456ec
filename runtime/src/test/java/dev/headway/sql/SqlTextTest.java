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
