package dev.headway.internal.database.mysqlfamily;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Times as texts, which the drivers do not convert between zones. */
public final class FamilyTimes {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FamilyTimes() {}

    /** Returns whether a value is a point in time. */
    public static boolean isInstant(@Nullable Object value) {
        return value instanceof Instant || value instanceof OffsetDateTime || value instanceof ZonedDateTime;
    }

    /** Returns a value for which {@link #isInstant} is true as an instant. */
    public static Instant instant(Object value) {
        return Instant.from((TemporalAccessor) value);
    }

    /** Returns the text of a point in time, in UTC. */
    public static String text(Instant instant) {
        return DATE_TIME.format(instant);
    }

    /** Returns the text of a time without a zone. */
    public static String text(LocalDateTime time) {
        return DATE_TIME.format(time);
    }
}
