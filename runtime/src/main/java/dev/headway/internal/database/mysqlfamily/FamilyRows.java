package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.RowRules;
import dev.headway.op.Spelling;
import dev.headway.schema.Column;
import java.time.OffsetDateTime;
import java.util.Optional;

/** Sessions show a {@code timestamp} in their own time zones; identity columns continue after the greatest number. */
final class FamilyRows implements RowRules {
    @Override
    public Optional<String> epochSeconds(Column column, Spelling spelling) {
        return FamilyDefinitions.isTimestamp(column.type())
                ? Optional.of("unix_timestamp(" + spelling.quote(column.name()) + ")")
                : Optional.empty();
    }

    /** The drivers would convert a time between the zones of the JVM, of the session and of their settings. */
    @Override
    public Object ownTime(OffsetDateTime utc) {
        return FamilyTimes.text(utc.toInstant());
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
