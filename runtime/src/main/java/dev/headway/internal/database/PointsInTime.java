package dev.headway.internal.database;

import dev.headway.database.SqlStatement;
import dev.headway.database.TemporarySetting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Arguments of statements that are points in time. A column without a zone gets the time in the zone of the session, so such a
 * statement runs in UTC.
 */
public final class PointsInTime {
    private PointsInTime() {}

    /** Returns whether a value is a point in time. */
    public static boolean isOne(@Nullable Object value) {
        return value instanceof Instant || value instanceof OffsetDateTime || value instanceof ZonedDateTime;
    }

    /** Returns a value for which {@link #isOne} is true as an instant. */
    public static Instant instant(Object value) {
        return Instant.from((TemporalAccessor) value);
    }

    /**
     * Returns the statements, those with points in time as statements that run in UTC.
     *
     * @param utc sets the session to UTC
     * @param bound returns the object that is bound for an argument
     */
    public static List<SqlStatement> inUtc(
            List<SqlStatement> statements, TemporarySetting utc, UnaryOperator<Object> bound) {
        return statements.stream()
                .map(statement -> {
                    SqlStatement converted = statement.withArguments(bound);
                    return areIn(statement) ? converted.with(utc) : converted;
                })
                .toList();
    }

    /** Returns whether a statement has points in time as arguments. */
    public static boolean areIn(SqlStatement statement) {
        return statement.rows().stream().anyMatch(row -> row.stream().anyMatch(PointsInTime::isOne));
    }

    /** Returns a point in time as drivers pass it unchanged to a session in UTC, and any other value as it is. */
    public static Object atUtc(Object value) {
        return isOne(value) ? instant(value).atOffset(ZoneOffset.UTC) : value;
    }
}
