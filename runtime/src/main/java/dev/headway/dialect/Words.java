package dev.headway.dialect;

import java.util.Set;

/** A list of words as it stands in a manual. */
final class Words {
    private Words() {}

    static Set<String> of(String separatedBySpaces) {
        return Set.of(separatedBySpaces.split(" "));
    }
}
