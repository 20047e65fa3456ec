package dev.headway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.sql.Token.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SqlScannerTest {

    @ParameterizedTest
    @MethodSource("dev.headway.sql.TestSyntax#all")
    void theTokensAreTheWholeText(TestSyntax database) {
        String sql =
                "SELECT a::int, 'it''s', \"x\"\"y\", `q`, E'\\'', $1, $b$ ; $b$, x$y /* a /* b */ */ -- c\n # ? ?? é𝄞";

        List<Token> tokens = SqlScanner.tokens(sql, database.syntax());

        assertThat(String.join("", tokens.stream().map(token -> token.in(sql)).toList()))
                .isEqualTo(sql);
        assertThat(tokens).allSatisfy(token -> assertThat(token.end()).isGreaterThan(token.start()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POSTGRESQL | 'a;b'",
                "POSTGRESQL | 'it\\'",
                "POSTGRESQL | E'it\\'s; '",
                "POSTGRESQL | \"a;b\"",
                "POSTGRESQL | `a;b`",
                "POSTGRESQL | $$a;'b$$",
                "POSTGRESQL | $fn$a; $$ b$fn$",
                "H2         | $$a;'b$$",
                "MYSQL      | 'it\\'s;'",
                "MARIADB    | \"it\\\"s;\"",
                "MARIADB    | `a;\\`",
                "SQLITE     | [a;b]",
                "SQLITE     | 'never closed ;"
            })
    void aTextInQuotesIsOneToken(String database, String sql) {
        assertThat(SqlScanner.tokens(sql, TestSyntax.of(database)))
                .containsExactly(new Token(Kind.QUOTED, 0, sql.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POSTGRESQL | COMMENT      | /* a /* b */ ' */",
                "H2         | COMMENT      | /* a /* b */ ' */",
                "MYSQL      | COMMENT      | /* a /* b */",
                "SQLITE     | COMMENT      | /* a /* b */",
                "POSTGRESQL | LINE_COMMENT | --a;'b",
                "MYSQL      | LINE_COMMENT | -- a;'b",
                "MYSQL      | LINE_COMMENT | # a;'b",
                "MARIADB    | SYMBOL       | /*!50001 CREATE VIEW */",
                "POSTGRESQL | WORD         | naïve_$1",
                "POSTGRESQL | SYMBOL       | ::"
            })
    void whatIsOneTokenOfWhichKind(String database, Kind kind, String sql) {
        assertThat(SqlScanner.tokens(sql, TestSyntax.of(database))).containsExactly(new Token(kind, 0, sql.length()));
    }

    @Test
    void theSameSignsMeanOtherThingsElsewhere() {
        assertThat(kinds("5--1", TestSyntax.MYSQL)).containsExactly(Kind.WORD, Kind.SYMBOL, Kind.SYMBOL, Kind.WORD);
        assertThat(kinds("5--1", TestSyntax.POSTGRESQL)).containsExactly(Kind.WORD, Kind.LINE_COMMENT);
        assertThat(kinds("a#b", TestSyntax.POSTGRESQL)).containsExactly(Kind.WORD, Kind.SYMBOL, Kind.WORD);
        assertThat(kinds("$$", TestSyntax.MYSQL)).containsExactly(Kind.SYMBOL, Kind.SYMBOL);
        assertThat(kinds("[1]", TestSyntax.POSTGRESQL)).containsExactly(Kind.SYMBOL, Kind.WORD, Kind.SYMBOL);
    }

    private static List<Kind> kinds(String sql, SqlSyntax syntax) {
        return SqlScanner.tokens(sql, syntax).stream().map(Token::kind).toList();
    }
}
