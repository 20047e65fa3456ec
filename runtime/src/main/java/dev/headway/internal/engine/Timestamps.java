package dev.headway.internal.engine;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as JDBC takes and gives them, in the precision that every database keeps. */
final class Timestamps {
    private Timestamps() {}

    static OffsetDateTime of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    static Instant read(ResultSet rows, String column) throws SQLException {
        try {
            return rows.getObject(column, OffsetDateTime.class).toInstant();
        } catch (SQLFeatureNotSupportedException e) {
            return parse(rows.getString(column));
        }
    }

    /** SQLite has no type for them. What it writes itself, as {@code CURRENT_TIMESTAMP}, is in UTC and does not say so. */
    private static Instant parse(String text) {
        String iso = text.replace(' ', 'T');
        return Instant.parse(iso.endsWith("Z") ? iso : iso + "Z");
    }
}
