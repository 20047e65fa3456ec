package dev.headway.database;

import java.util.Set;

/**
 * Parses lists of reserved words.
 *
 * @since 0.1
 */
public final class ReservedWords {
    private ReservedWords() {}

    /**
     * Returns a list of words as a set, so that it can be pasted from a manual.
     *
     * @param separatedBySpaces the words, in lower case, each once, with one space between them
     */
    public static Set<String> of(String separatedBySpaces) {
        return Set.of(separatedBySpaces.split(" "));
    }
}
