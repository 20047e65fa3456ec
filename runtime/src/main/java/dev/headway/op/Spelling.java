package dev.headway.op;

import org.jspecify.annotations.Nullable;

/**
 * Writes names and values in the SQL of a database, for {@link CustomOperation}s.
 *
 * @since 0.1
 */
public interface Spelling {

    /** Returns the database. */
    Database database();

    /** Returns one name, quoted if it needs quotes. */
    String quote(String name);

    /** Returns the name of a table, index, view, sequence or type, with its schema if it has one; quoted if it needs quotes. */
    String qualified(String name);

    /**
     * Returns a value as an SQL literal.
     *
     * @throws IllegalArgumentException if SQL has no literal for it
     */
    String literal(@Nullable Object value);
}
