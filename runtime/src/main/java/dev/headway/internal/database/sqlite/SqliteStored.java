package dev.headway.internal.database.sqlite;

import java.util.List;
import java.util.Locale;

/**
 * A table, with all that hangs on it.
 *
 * @param table the table
 * @param indexes its indexes, without those that constraints bring along
 * @param triggers its triggers
 * @param views the views that may read it: those that name it
 */
public record SqliteStored(
        SqliteTable table, List<SqliteObject> indexes, List<SqliteObject> triggers, List<SqliteObject> views) {
    /** Copies the lists. */
    public SqliteStored {
        indexes = List.copyOf(indexes);
        triggers = List.copyOf(triggers);
        views = List.copyOf(views);
    }

    /** Returns whether SQLite can drop a column by itself. */
    public boolean canDrop(String column) {
        return table.isFree(column)
                && indexes.stream().noneMatch(index -> index.named(table).contains(column.toLowerCase(Locale.ROOT)));
    }
}
