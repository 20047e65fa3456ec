package dev.headway.schema;

import java.util.List;

/**
 * An index on columns of a table.
 *
 * @param name its name
 * @param table the table
 * @param columns the columns in order, at least one
 * @param unique whether no two rows may share the values
 */
public record Index(String name, String table, List<String> columns, boolean unique) {
    /** Refuses blank names and no columns. */
    public Index {
        Name.require("An index", name);
        Name.require("The table of index '" + name + "'", table);
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Index '" + name + "' needs at least one column");
        }
    }
}
