package dev.headway.graph;

import dev.headway.error.InvalidIdentifierException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An identifier in its parts, as in {@code ledger@ae10+2}.
 *
 * @param text the whole
 * @param scope what its revision must be in line with: the label of a branch, or an id; null for the whole history
 * @param anchor the symbol, label, or beginning of an id that it names; empty where steps alone stand
 * @param steps how many to go from there, upwards if positive; null where none are said
 */
record Identifier(
        String text,
        @Nullable String scope,
        String anchor,
        @Nullable Integer steps) {
    private static final Pattern PARTS = Pattern.compile("(?:([^@]+)@)?([^@+-]*)([+-]\\d{1,9})?");

    /**
     * Returns the parts of {@code text}.
     *
     * @throws InvalidIdentifierException if it has no anchor and no steps, or is badly written
     */
    static Identifier parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || (parts.group(2).isEmpty() && parts.group(3) == null)) {
            throw InvalidIdentifierException.identifier(text);
        }
        String steps = parts.group(3);
        return new Identifier(text, parts.group(1), parts.group(2), steps == null ? null : Integer.valueOf(steps));
    }

    /** Returns whether it counts from what is current, or from the other end of a range. */
    boolean countsFromElsewhere() {
        return anchor.isEmpty() && steps != null;
    }

    /** Returns this identifier without the branch. */
    Identifier anywhere() {
        return new Identifier(text, null, anchor, steps);
    }

    /** Returns how many steps it says, none if it says nothing of them. */
    int stepsOrNone() {
        return steps == null ? 0 : steps;
    }
}
