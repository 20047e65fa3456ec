package dev.headway.op;

/**
 * A change of a column that sets its type to texts; it can have a collation.
 *
 * @param <T> the change with all of its options
 * @since 0.1
 */
public sealed interface TextTypeChange<T extends TextTypeChange<T>> extends TypeChange<T> permits NativeTypeChange {

    /** Sets the collation by its name in the database. */
    T collate(String collation);
}
