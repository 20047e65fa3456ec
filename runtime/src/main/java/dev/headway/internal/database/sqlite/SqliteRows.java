package dev.headway.internal.database.sqlite;

import dev.headway.database.RowRules;
import dev.headway.op.Spelling;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** SQLite continues after the greatest number that a row has. */
final class SqliteRows implements RowRules {
    /** Has a fixed width, so that texts sort like the times. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT);

    /** The driver would omit the seconds of a full minute. */
    @Override
    public Object ownTime(OffsetDateTime utc) {
        return TIME.format(utc);
    }

    @Override
    public Optional<String> restartIdentity(String table, String column, long next, Spelling spelling) {
        return Optional.empty();
    }
}
