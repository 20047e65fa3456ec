package dev.headway.internal.engine.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** Instants as JDBC passes them, in the precision that every database keeps. */
public final class Timestamps {
    private static final Pattern ZONE = Pattern.compile("(Z|[+-]\\d\\d:\\d\\d)$");

    private Timestamps() {}

    public static OffsetDateTime of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    public static Instant read(ResultSet rows, String column) throws SQLException {
        try {
            return rows.getObject(column, OffsetDateTime.class).toInstant();
        } catch (SQLFeatureNotSupportedException e) {
            return parse(rows.getString(column));
        }
    }

    /**
     * For a database without a timestamp type. Its {@code CURRENT_TIMESTAMP} is in UTC, but its text omits the zone; earlier
     * versions of Headway omitted the seconds of a full minute.
     */
    private static Instant parse(String text) {
        String iso = text.strip().replace(' ', 'T');
        return OffsetDateTime.parse(ZONE.matcher(iso).find() ? iso : iso + "Z").toInstant();
    }
}
