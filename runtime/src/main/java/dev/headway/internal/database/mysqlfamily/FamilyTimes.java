package dev.headway.internal.database.mysqlfamily;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as texts, which the drivers do not convert between zones. */
public final class FamilyTimes {
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private FamilyTimes() {}

    /** Returns the text of a point in time, in UTC. */
    public static String text(Instant instant) {
        return DATE_TIME.format(instant);
    }

    /** Returns the text of a time without a zone. */
    public static String text(LocalDateTime time) {
        return DATE_TIME.format(time);
    }
}
