package dev.headway.sql;

import java.util.Set;

/**
 * Follows a statement word by word, to tell whether it is within a {@code BEGIN … END}. That counts only in definitions of
 * what has a body: elsewhere {@code BEGIN} begins a transaction.
 */
final class RoutineBody {
    private static final Set<String> WITH_BODY = Set.of("PROCEDURE", "FUNCTION", "TRIGGER", "EVENT");
    private static final Set<String> BEFORE_KIND = Set.of(
            "OR",
            "REPLACE",
            "TEMP",
            "TEMPORARY",
            "AGGREGATE",
            "CONSTRAINT",
            "EDITIONABLE",
            "DEFINER",
            "CURRENT_USER",
            "(",
            ")",
            "=",
            "@");
    private static final Set<String> NAME_FOLLOWS = Set.of("=", "@");
    private static final Set<String> ENDS_BY_NAME = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    private State state = State.START;
    private String before = "";
    private int depth;

    private enum State {
        START,
        CREATE,
        BODY,
        OTHER
    }

    /** Takes the next word, in upper case, or symbol. */
    void read(String word) {
        switch (state) {
            case START -> state = word.equals("CREATE") ? State.CREATE : State.OTHER;
            case CREATE -> readKind(word);
            case BODY -> readBody(word);
            case OTHER -> {}
        }
        before = word;
    }

    private void readKind(String word) {
        if (WITH_BODY.contains(word)) {
            state = State.BODY;
        } else if (!BEFORE_KIND.contains(word) && !NAME_FOLLOWS.contains(before) && !word.startsWith("/*")) {
            state = State.OTHER;
        }
    }

    /** An {@code END IF} ends what nothing here has counted; an {@code END CASE} ends what {@code CASE} has begun. */
    private void readBody(String word) {
        boolean ended = before.equals("END");
        if (word.equals("BEGIN") || (word.equals("CASE") && !ended)) {
            depth++;
        } else if (word.equals("END")) {
            depth--;
        } else if (ended && ENDS_BY_NAME.contains(word)) {
            depth++;
        }
    }

    boolean isOpen() {
        return depth > 0;
    }
}
