package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.RowRules;
import dev.headway.op.Spelling;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.ColumnType.Plain;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Sessions show a {@code timestamp} in their own time zones; identity columns continue after the greatest number. */
final class FamilyRows implements RowRules {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);

    @Override
    public Optional<String> epochSeconds(Column column, Spelling spelling) {
        return isTimestamp(column.type())
                ? Optional.of("unix_timestamp(" + spelling.quote(column.name()) + ")")
                : Optional.empty();
    }

    private static boolean isTimestamp(ColumnType type) {
        return type == Plain.TIMESTAMPTZ
                || (type instanceof Native named && named.sql().startsWith("timestamp"));
    }

    /** The drivers would convert a time between the zones of the JVM, of the session and of their settings. */
    @Override
    public Object ownTime(OffsetDateTime utc) {
        return TIME.format(utc);
    }

    @Override
    public String ownTimePlaceholder() {
        return "CONVERT_TZ(?, '+00:00', @@session.time_zone)";
    }

    @Override
    public Optional<String> restartIdentity(String table, String column, long next, Spelling spelling) {
        return Optional.empty();
    }
}
