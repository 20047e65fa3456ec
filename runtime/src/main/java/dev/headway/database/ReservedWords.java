package dev.headway.database;

import java.util.Set;

/** A list of words as it stands in a manual. */
public final class ReservedWords {
    private ReservedWords() {}

    public static Set<String> of(String separatedBySpaces) {
        return Set.of(separatedBySpaces.split(" "));
    }
}
