package dev.headway.internal.engine.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteDataSource;

class TimestampsTest {
    private final SQLiteDataSource database = new SQLiteDataSource();

    TimestampsTest() {
        database.setUrl("jdbc:sqlite::memory:");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T18:00Z, 2026-12-01T18:00:00Z",
        "2026-12-01T18:00:01Z, 2026-12-01T18:00:01Z",
        "2026-12-01T18:00:00.123Z, 2026-12-01T18:00:00.123Z",
        "2026-12-01T18:00:00.123456Z, 2026-12-01T18:00:00.123456Z",
        "2026-12-01 18:00:00, 2026-12-01T18:00:00Z",
        "2026-12-01 18:00:00.5, 2026-12-01T18:00:00.5Z",
        "2026-12-01T19:00:00+01:00, 2026-12-01T18:00:00Z"
    })
    void readsEveryFormOfText(String stored, Instant expected) throws SQLException {
        assertThat(read("SELECT '" + stored + "' AS applied_at")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-01T18:00:00Z, 2026-12-01T18:00:00.000000Z",
        "2026-12-01T18:00:00.5Z, 2026-12-01T18:00:00.500000Z"
    })
    void writesTextOfFixedWidth(Instant time, String stored) throws SQLException {
        try (Connection connection = database.getConnection();
                HeadwayStatements statements = new HeadwayStatements(connection)) {
            statements.update("CREATE TABLE a (at text)");
            statements.update("INSERT INTO a VALUES (?)", Timestamps.of(time));

            assertThat(statements.query("SELECT at FROM a", row -> row.getString(1)))
                    .containsExactly(stored);
            assertThat(statements.query("SELECT at FROM a", row -> Timestamps.read(row, "at")))
                    .containsExactly(time);
        }
    }

    @Test
    void readsCurrentTimestamp() throws SQLException {
        assertThat(read("SELECT CURRENT_TIMESTAMP AS applied_at"))
                .isBetween(Instant.now().minusSeconds(60), Instant.now());
    }

    private Instant read(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                HeadwayStatements statements = new HeadwayStatements(connection)) {
            return statements
                    .query(sql, row -> Timestamps.read(row, "applied_at"))
                    .get(0);
        }
    }
}
