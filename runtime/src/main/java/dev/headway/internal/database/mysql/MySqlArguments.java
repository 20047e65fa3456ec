package dev.headway.internal.database.mysql;

import dev.headway.database.SqlStatement;
import dev.headway.database.TemporarySetting;
import dev.headway.internal.database.PointsInTime;
import dev.headway.internal.database.mysqlfamily.FamilyTimes;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Arguments of statements. The driver has no form for a UUID, and converts times between the zones of the JVM, of the session and
 * of its settings. So Headway passes times as text, and runs a statement with points in time in UTC.
 */
final class MySqlArguments {
    private static final TemporarySetting UTC = new TemporarySetting(
            "SET @headway_time_zone = @@session.time_zone, time_zone = '+00:00'", "SET time_zone = @headway_time_zone");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    private MySqlArguments() {}

    /** Returns the statements with arguments that the driver passes unchanged. */
    static List<SqlStatement> of(List<SqlStatement> statements) {
        return PointsInTime.inUtc(statements, UTC, MySqlArguments::bound);
    }

    private static Object bound(Object value) {
        if (PointsInTime.isOne(value)) {
            return FamilyTimes.text(PointsInTime.instant(value));
        } else if (value instanceof LocalDateTime time) {
            return FamilyTimes.text(time);
        } else if (value instanceof LocalTime time) {
            return TIME.format(time);
        }
        return value instanceof UUID || value instanceof LocalDate ? value.toString() : value;
    }
}
