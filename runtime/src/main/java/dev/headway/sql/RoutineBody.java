package dev.headway.sql;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Follows a statement word by word, to tell whether it is within a block, whose semicolons do not end the statement. Blocks count
 * only in definitions of what has a body, and after {@code BEGIN NOT ATOMIC}: elsewhere {@code BEGIN} begins a transaction. In a
 * rule, parentheses are the blocks.
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
    private static final Set<String> BLOCKS = Set.of("IF", "LOOP", "WHILE", "REPEAT", "FOR");

    /** After these, a statement within a block begins: elsewhere {@code IF} and {@code REPEAT} may be functions. */
    private static final Set<String> BEFORE_STATEMENT =
            Set.of(";", ":", "THEN", "ELSE", "DO", "LOOP", "REPEAT", "BEGIN", "ATOMIC");

    private final boolean blocksWithoutBegin;
    private final Deque<String> open = new ArrayDeque<>();
    private State state = State.START;
    private String before = "";
    private String secondBefore = "";
    private List<String> beforeEnd = List.of();
    private boolean opened;
    private boolean endedBlock;

    private enum State {
        START,
        BEGIN,
        CREATE,
        BODY,
        RULE,
        OTHER
    }

    /**
     * Begins a statement.
     *
     * @param blocksWithoutBegin whether a body may be an {@code IF} or a loop, whose names are reserved then
     */
    RoutineBody(boolean blocksWithoutBegin) {
        this.blocksWithoutBegin = blocksWithoutBegin;
    }

    /** Takes the next word, in upper case, or symbol. */
    void read(String word) {
        switch (state) {
            case START -> readFirst(word);
            case BEGIN -> readAfterBegin(word);
            case CREATE -> readKind(word);
            case BODY -> readBody(word);
            case RULE -> readRule(word);
            case OTHER -> readOther(word);
        }
        secondBefore = before;
        before = word;
    }

    private void readFirst(String word) {
        state = switch (word) {
            case "CREATE", "ALTER" -> State.CREATE;
            case "BEGIN" -> State.BEGIN;
            default -> State.OTHER;
        };
        if (blocksWithoutBegin && (BLOCKS.contains(word) || word.equals("CASE"))) {
            state = State.BODY;
            readBody(word);
        }
    }

    /** A label precedes a block. */
    private void readOther(String word) {
        if (blocksWithoutBegin && word.equals(":") && secondBefore.isEmpty()) {
            state = State.BODY;
        }
    }

    private void readAfterBegin(String word) {
        state = word.equals("NOT") ? State.BODY : State.OTHER;
        if (state == State.BODY) {
            open.push("BEGIN");
        }
    }

    private void readKind(String word) {
        if (WITH_BODY.contains(word)) {
            state = State.BODY;
        } else if (word.equals("RULE")) {
            state = State.RULE;
        } else if (!BEFORE_KIND.contains(word) && !NAME_FOLLOWS.contains(before) && !word.startsWith("/*")) {
            state = State.OTHER;
        }
    }

    private void readBody(String word) {
        boolean isBlock = BLOCKS.contains(word) || word.equals("CASE");
        dropNameTakenForBlock(word);
        if (before.equals("END") && isBlock && endsBlock(word)) {
            open.clear();
            open.addAll(beforeEnd);
            close(Set.of(word));
        } else if (word.equals("END")) {
            readEnd();
        } else if (word.equals("BEGIN") || word.equals("CASE")) {
            opened = !BlockNames.isNameAfter(before, word, open.isEmpty());
            if (opened) {
                open.push(word);
            }
        } else if (!open.isEmpty()) {
            if (isBlock && BEFORE_STATEMENT.contains(before)) {
                open.push(word);
            }
        } else if (blocksWithoutBegin) {
            outermost(word).ifPresent(open::push);
        }
    }

    private void readEnd() {
        endedBlock = !BlockNames.isNameAfter(before, "END", open.isEmpty());
        if (endedBlock) {
            beforeEnd = List.copyOf(open);
            close(Set.of("BEGIN", "CASE"));
        }
    }

    /** Only the word after {@code BEGIN} or {@code CASE} can show that it is the name of a column. */
    private void dropNameTakenForBlock(String word) {
        if (opened && BlockNames.isNameBefore(word)) {
            open.pop();
        }
        opened = false;
    }

    /** {@code END FOR} ends a loop, but {@code CASE … END FOR UPDATE} does not: a loop ends with a semicolon before its end. */
    private boolean endsBlock(String word) {
        return endedBlock && beforeEnd.contains(word) && (word.equals("REPEAT") || secondBefore.equals(";"));
    }

    /**
     * Returns the block that is the whole body. The words before it differ, so it is recognized by what it contains: {@code THEN},
     * as opposed to the function {@code IF} and to {@code IF EXISTS}.
     */
    private Optional<String> outermost(String word) {
        if (word.equals("THEN")) {
            return Optional.of("IF");
        } else if (before.equals("REPEAT") && !secondBefore.equals("END") && !word.equals("(")) {
            return Optional.of("REPEAT");
        } else if (secondBefore.equals("FOR") && word.equals("IN")) {
            return Optional.of("FOR");
        }
        return word.equals("LOOP") || word.equals("WHILE") ? Optional.of(word) : Optional.empty();
    }

    /** Closes the innermost block of one of these kinds. What is open within it was no block, but a function such as {@code IF}. */
    private void close(Set<String> kinds) {
        if (open.stream().anyMatch(kinds::contains)) {
            while (!kinds.contains(open.pop())) {
                // was no block
            }
        }
    }

    private void readRule(String word) {
        if (word.equals("(")) {
            open.push(word);
        } else if (word.equals(")") && !open.isEmpty()) {
            open.pop();
        }
    }

    boolean isOpen() {
        return !open.isEmpty();
    }
}
