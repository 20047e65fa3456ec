package dev.headway.internal.database.mysqlfamily;

import java.util.Set;

/** Knows the names of all indexes, also of those that the database created for foreign keys, which are read with their keys. */
public interface IndexNames {

    /** Returns whether a table has an index with this name. */
    boolean hasIndex(String table, String index);

    /** Returns the names of the constraints that the statement drops, or an earlier one of the operation. Default: none. */
    default Set<String> dropped() {
        return Set.of();
    }
}
