package dev.headway.op;

/**
 * A change of a column that sets its type to one of the database's own, with all options.
 *
 * @param <T> the change with all of its options
 * @since 0.1
 */
public sealed interface NativeTypeChange<T extends NativeTypeChange<T>> extends NumberTypeChange<T>, TextTypeChange<T>
        permits ColumnAlteration {}
