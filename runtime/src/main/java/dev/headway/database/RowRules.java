package dev.headway.database;

import dev.headway.op.Spelling;
import dev.headway.schema.Column;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * States how rows are read and inserted exactly, for a revision that replaces others and inserts the rows that they left.
 *
 * @see DatabaseType#rows()
 * @since 0.1
 */
public interface RowRules {
    /** The rules of a database that follows the SQL standard. */
    RowRules STANDARD = new RowRules() {};

    /**
     * Returns an expression for the seconds since the epoch, if sessions show the values of a column in their own time zones.
     * Default: empty; values are then read as they are.
     */
    default Optional<String> epochSeconds(Column column, Spelling spelling) {
        return Optional.empty();
    }

    /**
     * Returns the object that Headway binds for a time in one of its own tables, such as {@code applied_at}. Default: the time
     * itself.
     */
    default Object ownTime(OffsetDateTime utc) {
        return utc;
    }

    /**
     * Returns the placeholder of a time in one of Headway's own tables, with the conversion that {@link #ownTime} requires, if any.
     * Default: {@code ?}.
     */
    default String ownTimePlaceholder() {
        return "?";
    }

    /**
     * Returns the statement after which an identity column continues with a value, if rows that were inserted with values of
     * their own don't advance it. Default: {@code ALTER TABLE … ALTER COLUMN … RESTART WITH}.
     */
    default Optional<String> restartIdentity(String table, String column, long next, Spelling spelling) {
        return Optional.of("ALTER TABLE " + spelling.qualified(table) + " ALTER COLUMN " + spelling.quote(column)
                + " RESTART WITH " + next);
    }
}
