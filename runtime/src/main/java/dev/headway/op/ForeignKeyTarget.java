package dev.headway.op;

/**
 * Sets the table that a foreign key references, which it needs before it has options.
 *
 * @param <T> the options
 * @since 0.1
 */
@FunctionalInterface
public interface ForeignKeyTarget<T> {

    /** Sets the referenced table and its columns, as many as the foreign key has itself. */
    T references(String table, String column, String... more);
}
