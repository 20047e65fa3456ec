package dev.headway.op;

/**
 * A change of a column that sets its type.
 *
 * @param <T> the change with all of its options
 * @since 0.1
 */
public sealed interface TypeChange<T extends TypeChange<T>> extends ColumnChangeOptions<T>
        permits NumberTypeChange, TextTypeChange {

    /**
     * Sets the expression that converts existing values to the new type, if the database can't convert them itself
     * (PostgreSQL: {@code USING}).
     */
    T using(String expression);

    /** Drops the collation that the column has: texts get the default one, and other types have none. */
    T noCollation();
}
