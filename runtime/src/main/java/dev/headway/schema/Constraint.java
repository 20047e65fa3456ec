package dev.headway.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows of a table must keep. */
public sealed interface Constraint {

    /** Returns the name; null lets the database choose one. */
    @Nullable
    String name();

    /** Returns the columns that it concerns. */
    List<String> columns();

    /**
     * The columns that tell rows apart.
     *
     * @param name the name; null lets the database choose one
     * @param columns at least one
     */
    record PrimaryKey(@Nullable String name, List<String> columns) implements Constraint {
        /** Refuses no columns. */
        public PrimaryKey {
            columns = some("A primary key", columns);
        }
    }

    /**
     * Columns whose values no two rows share.
     *
     * @param name the name; null lets the database choose one
     * @param columns at least one
     */
    record Unique(@Nullable String name, List<String> columns) implements Constraint {
        /** Refuses no columns. */
        public Unique {
            columns = some("A unique constraint", columns);
        }
    }

    /**
     * Columns that point at a row of a table.
     *
     * @param name the name; null lets the database choose one
     * @param columns at least one
     * @param table the table pointed at
     * @param referenced its columns, as many as {@code columns}
     */
    record ForeignKey(@Nullable String name, List<String> columns, String table, List<String> referenced)
            implements Constraint {
        /** Refuses no columns, and another number of referenced ones. */
        public ForeignKey {
            columns = some("A foreign key", columns);
            referenced = some("A foreign key", referenced);
            Name.require("The table of a foreign key", table);
            if (columns.size() != referenced.size()) {
                throw new IllegalArgumentException("A foreign key has as many columns as it refers to, but " + columns
                        + " refers to " + referenced);
            }
        }
    }

    private static List<String> some(String what, List<String> columns) {
        if (columns.isEmpty()) {
            throw new IllegalArgumentException(what + " needs at least one column");
        }
        return List.copyOf(columns);
    }
}
