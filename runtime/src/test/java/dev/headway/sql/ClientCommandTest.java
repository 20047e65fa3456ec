package dev.headway.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCommandTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\connect other",
                "-- a dump\n\\restrict x1\nCREATE TABLE a (id int)",
                "COPY a (id,\n name) FROM stdin",
                "CREATE TABLE a (id int)\nGO\nCREATE TABLE b (id int)",
                "go",
                "CREATE TABLE a (id int)\n/",
                "/\nCREATE TABLE a (id int)",
                "source other.sql",
                ".mode csv",
                ".read other.sql"
            })
    void recognizesCommand(String text) {
        assertThat(SqlText.of(text, SqlSyntax.STANDARD).clientCommand()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY a FROM '/tmp/rows'",
                "SELECT a\n/\nb",
                "SELECT '\nGO\n'",
                "/* \n/\n */ SELECT 1",
                "UPDATE source SET a = 1",
                "SELECT .5",
                "SELECT go FROM a",
                ""
            })
    void leavesStatementsAlone(String text) {
        assertThat(SqlText.of(text, SqlSyntax.STANDARD).clientCommand()).isEmpty();
    }
}
