package dev.headway.op;

import java.util.function.Consumer;

/**
 * A column that is being declared, with the options that every column has.
 *
 * @param <T> the column with all of its options
 * @since 0.1
 */
public sealed interface ColumnOptions<T extends ColumnOptions<T>> permits DeclaredColumn, TextOptions {

    /** Adds a NOT NULL constraint. */
    T notNull();

    /** Adds the column to the primary key. Implies {@link #notNull()}. */
    T primaryKey();

    /** Adds a comment. */
    T comment(String comment);

    /** Adds a unique constraint; the database names it. */
    T unique();

    /** Adds a unique constraint with a name. */
    T unique(String constraint);

    /** Adds a CHECK constraint with a condition in the database's SQL; the database names it. */
    T check(String condition);

    /** Adds a CHECK constraint with a name and a condition in the database's SQL. */
    T check(String constraint, String condition);

    /** Adds a foreign key that references a column of a table; the database names it. */
    T references(String table, String column);

    /** Adds a foreign key that references a column of a table, with options. */
    T references(String table, String column, Consumer<ColumnReference> options);
}
