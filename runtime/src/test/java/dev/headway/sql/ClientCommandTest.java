package dev.headway.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
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
                ".read other.sql",
                "CREATE DATABASE b\n\\connect b\nCREATE TABLE a (id int)",
                "SELECT 1\n  GO  \nINSERT INTO a VALUES (1)",
                "GO 5",
                ":r other.sql",
                "@other.sql",
                "\\copy a FROM 'rows.csv'",
                "COPY (SELECT 1) TO STDOUT"
            })
    void recognizesCommand(String text) {
        assertThat(SqlText.of(text, SqlSyntax.STANDARD).clientCommand()).isPresent();
    }

    @Test
    void saysWhatToDoInstead() {
        assertThat(SqlText.of("-- rows\nCOPY a (id)\n  FROM stdin", SqlSyntax.STANDARD)
                        .clientCommand())
                .contains(new ClientCommand(
                        "COPY a (id)",
                        8,
                        "Write the rows as INSERT statements; programs that dump databases have an option for it."));
        assertThat(SqlText.of("\\i other.sql", SqlSyntax.STANDARD)
                        .clientCommand()
                        .orElseThrow()
                        .remedy())
                .isEqualTo("Delete the line, and run the other script with op.script.");
        assertThat(SqlText.of("SELECT 1\nGO", SqlSyntax.STANDARD)
                        .clientCommand()
                        .orElseThrow()
                        .remedy())
                .isEqualTo("Delete the line, and end each statement with a semicolon.");
    }

    @Test
    void readsLongLineOnce() {
        String rows = "INSERT INTO a VALUES (1)" + ", (2)".repeat(400_000) + "\n-- the last line";

        assertTimeoutPreemptively(
                Duration.ofSeconds(10),
                () -> assertThat(SqlText.of(rows, SqlSyntax.STANDARD).clientCommand())
                        .isEmpty());
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
                "SELECT\n  go\nFROM a",
                "ALTER TABLE a ALTER COLUMN\n  go\nDROP DEFAULT",
                "CREATE TABLE a (\n  go\n  int)",
                "INSERT INTO a VALUES (\n  \\N\n)",
                "SELECT '\n\\connect b\n'",
                "SELECT stdin FROM a",
                ""
            })
    void leavesStatementsAlone(String text) {
        assertThat(SqlText.of(text, SqlSyntax.STANDARD).clientCommand()).isEmpty();
    }
}
