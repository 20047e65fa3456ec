package dev.headway.internal.database.postgresql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * A text that the database reads as a value of the type of its column, like a literal in quotes. PostgreSQL would refuse a
 * text that is bound as such for a column of JSON, of an enum or of UUIDs.
 *
 * @param text the text
 */
record UntypedText(String text) implements Argument {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.nnnnnnnnn'+00' GG", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** Returns a point in time. A column without a zone ignores the offset, so it gets the time in UTC. */
    static UntypedText of(Instant instant) {
        return new UntypedText(INSTANT.format(instant));
    }

    @Override
    public void apply(int position, PreparedStatement statement, StatementContext context) throws SQLException {
        statement.setObject(position, text, Types.OTHER);
    }

    @Override
    public String toString() {
        return text;
    }
}
