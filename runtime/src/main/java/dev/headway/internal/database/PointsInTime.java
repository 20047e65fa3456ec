package dev.headway.internal.database;

import dev.headway.database.SqlStatement;
import dev.headway.database.TemporarySetting;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collections;
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
                    SqlStatement converted = statement.withRows(bound(statement.rows(), bound));
                    return contains(statement.rows()) ? converted.with(utc) : converted;
                })
                .toList();
    }

    private static boolean contains(List<List<@Nullable Object>> rows) {
        return rows.stream().anyMatch(row -> row.stream().anyMatch(PointsInTime::isOne));
    }

    /** Keeps the lists if nothing changes: a copy of many rows would need much memory. */
    private static List<List<@Nullable Object>> bound(List<List<@Nullable Object>> rows, UnaryOperator<Object> bound) {
        boolean same = rows.stream()
                .allMatch(row -> row.stream().allMatch(value -> value == null || bound.apply(value) == value));
        return same ? rows : rows.stream().map(row -> boundRow(row, bound)).toList();
    }

    private static List<@Nullable Object> boundRow(List<@Nullable Object> row, UnaryOperator<Object> bound) {
        List<@Nullable Object> values = new ArrayList<>(row.size());
        for (@Nullable Object value : row) {
            values.add(value == null ? null : bound.apply(value));
        }
        return Collections.unmodifiableList(values);
    }
}
