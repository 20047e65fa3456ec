package dev.headway.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param name its name, which may have a schema
 * @param columns its columns in order, at least one
 * @param constraints its constraints in order
 * @param indexes its indexes in order, except those of constraints
 * @param comment its comment; null if it has none
 * @since 0.1
 */
public record Table(
        String name,
        List<Column> columns,
        List<Constraint> constraints,
        List<Index> indexes,
        @Nullable String comment) {
    /** Refuses a table without columns, two columns with the same name, and constraints on unknown columns. */
    public Table {
        Name.require("A table", name);
        columns = List.copyOf(columns);
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
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

    /** Creates a table without indexes and comment. */
    public Table(String name, List<Column> columns, List<Constraint> constraints) {
        this(name, columns, constraints, List.of(), null);
    }

    /** Returns the column with this name. */
    public Optional<Column> column(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** Returns the constraint with this name. */
    public Optional<Constraint> constraint(String name) {
        return constraints.stream()
                .filter(constraint -> name.equals(constraint.name()))
                .findFirst();
    }

    /** Returns the primary key. */
    public Optional<Constraint.PrimaryKey> primaryKey() {
        return constraints.stream()
                .filter(Constraint.PrimaryKey.class::isInstance)
                .map(Constraint.PrimaryKey.class::cast)
                .findFirst();
    }

    /** Returns the foreign keys, in order. */
    public List<Constraint.ForeignKey> foreignKeys() {
        return constraints.stream()
                .filter(Constraint.ForeignKey.class::isInstance)
                .map(Constraint.ForeignKey.class::cast)
                .toList();
    }

    /** Returns the index with this name. */
    public Optional<Index> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }
}
