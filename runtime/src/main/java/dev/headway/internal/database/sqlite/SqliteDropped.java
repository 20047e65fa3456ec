package dev.headway.internal.database.sqlite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The columns that a copy leaves out, and what becomes of that which names them. */
final class SqliteDropped {
    private final Set<String> names = new HashSet<>();

    void add(String column) {
        names.add(column.toLowerCase(Locale.ROOT));
    }

    boolean contains(String column) {
        return names.contains(column.toLowerCase(Locale.ROOT));
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    Set<String> lowerCase(Collection<String> columns) {
        Set<String> lower = new HashSet<>();
        columns.forEach(column -> lower.add(column.toLowerCase(Locale.ROOT)));
        return lower;
    }

    /**
     * Returns the indexes and triggers that stay: all but the indexes on nothing else than dropped columns.
     *
     * @throws IllegalStateException if one of them names a dropped column beside others
     */
    List<SqliteObject> leave(SqliteStored stored) {
        List<SqliteObject> left = new ArrayList<>();
        for (SqliteObject index : stored.indexes()) {
            Set<String> named = index.named(stored.table());
            if (named.isEmpty() || !names.containsAll(named)) {
                requireUnnamed("index", index, named);
                left.add(index);
            }
        }
        for (SqliteObject trigger : stored.triggers()) {
            requireUnnamed("trigger", trigger, trigger.named(stored.table()));
            left.add(trigger);
        }
        return left;
    }

    private void requireUnnamed(String kind, SqliteObject object, Set<String> named) {
        for (String column : named) {
            if (names.contains(column)) {
                throw new IllegalStateException("Column '" + column + "' cannot be dropped while " + kind + " '"
                        + object.name() + "' names it. Drop that first");
            }
        }
    }
}
