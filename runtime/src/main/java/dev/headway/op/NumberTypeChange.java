package dev.headway.op;

/**
 * A change of a column that sets its type to exact numbers; the database can number its rows.
 *
 * @param <T> the change with all of its options
 * @since 0.1
 */
public sealed interface NumberTypeChange<T extends NumberTypeChange<T>> extends TypeChange<T>, IdentityOptions<T>
        permits NativeTypeChange {}
