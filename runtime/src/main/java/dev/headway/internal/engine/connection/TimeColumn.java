package dev.headway.internal.engine.connection;

import dev.headway.database.DetectedDatabase;
import dev.headway.schema.Column;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a query reads a time from one of Headway's tables, so that no time zone of the JVM, the session or the driver changes it.
 *
 * @param sql the expression to select
 * @param epoch whether it has the seconds since the epoch
 */
public record TimeColumn(String sql, boolean epoch) {

    /** Returns how a database reads a column. */
    public static TimeColumn of(Column column, DetectedDatabase database) {
        Optional<String> seconds = database.type().rows().epochSeconds(column, database.dialect());
        return new TimeColumn(seconds.orElse(column.name()), seconds.isPresent());
    }

    /** Returns the time in a column of the result; null if there is none. */
    public @Nullable Instant read(ResultSet row, String label) throws SQLException {
        if (!epoch) {
            return row.getString(label) == null ? null : Timestamps.read(row, label);
        }
        BigDecimal seconds = row.getBigDecimal(label);
        return seconds == null
                ? null
                : Instant.ofEpochSecond(
                        seconds.longValue(),
                        seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue());
    }
}
