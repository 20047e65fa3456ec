package dev.headway.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A table.
 *
 * @param name its name, as it is to read back
 * @param columns its columns in order, at least one
 * @param constraints its constraints in order
 */
public record Table(String name, List<Column> columns, List<Constraint> constraints) {
    /** Refuses a table without columns, with two of one name, and constraints on columns that it lacks. */
    public Table {
        Name.require("A table", name);
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("Table '" + name + "' needs at least one column");
        }
        Set<String> names = new HashSet<>();
        for (Column column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException("Table '" + name + "' has two columns '" + column.name() + "'");
            }
        }
        for (Constraint constraint : constraints) {
            if (!names.containsAll(constraint.columns())) {
                throw new IllegalArgumentException(
                        "Table '" + name + "' has a constraint on " + constraint.columns() + ", but its columns are "
                                + columns.stream().map(Column::name).toList());
            }
        }
    }
}
