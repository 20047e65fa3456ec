package dev.headway.op;

/**
 * A column of texts that is being declared, with the options that every column of texts has.
 *
 * @param <T> the column with all of its options
 * @since 0.1
 */
public sealed interface TextOptions<T extends TextOptions<T>> extends ColumnOptions<T> permits TextColumn {

    /** Sets the collation by its name in the database. */
    T collate(String collation);
}
