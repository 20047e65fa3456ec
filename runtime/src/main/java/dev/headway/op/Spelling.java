package dev.headway.op;

import org.jspecify.annotations.Nullable;

/** How a database spells names and values, for {@link CustomOperation}s. */
public interface Spelling {

    /** Returns which database it is. */
    Database database();

    /** Returns one name, quoted if it must be. */
    String quote(String name);

    /** Returns the name of a table, index, view, sequence or type, which may say its schema; quoted where it must be. */
    String qualified(String name);

    /**
     * Returns a value as a literal.
     *
     * @throws IllegalArgumentException if SQL has no literal for it
     */
    String literal(@Nullable Object value);
}
