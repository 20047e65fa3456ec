package dev.headway.op;

import org.jspecify.annotations.Nullable;

/**
 * A column that is being declared. It is nullable by default. Its values come from a default, from an expression or, if they
 * are numbers, from an identity: after one of them, the others are no longer offered.
 *
 * @param <T> the column with all of its options
 * @since 0.1
 */
public sealed interface DeclaredColumn<T extends DeclaredColumn<T>> extends ColumnOptions<T>
        permits NumberColumn, TextColumn {

    /**
     * Sets the default: a constant, {@code null}, {@link Sql#now()} or {@link Sql#raw}.
     *
     * @throws IllegalArgumentException if SQL has no constant for a value of this class
     */
    ColumnOptions<?> defaultsTo(@Nullable Object value);

    /** Computes the column from an expression in the database's SQL when a row is written. */
    ColumnOptions<?> generatedAs(String expression);

    /** Computes the column from an expression in the database's SQL when a row is read. */
    ColumnOptions<?> generatedWhenReadAs(String expression);
}
