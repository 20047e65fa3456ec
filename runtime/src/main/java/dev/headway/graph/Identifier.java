package dev.headway.graph;

import dev.headway.error.InvalidIdentifierException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A parsed identifier, such as {@code ledger@ae10+2}.
 *
 * @param text the whole identifier
 * @param scope a branch label or an id, to which the search is limited; null for the whole history
 * @param anchor a symbol, a label or the prefix of an id; empty if the identifier has only steps
 * @param steps the number of steps from the anchor, upwards if positive; null without steps
 */
record Identifier(
        String text,
        @Nullable String scope,
        String anchor,
        @Nullable Integer steps) {
    private static final Pattern PARTS = Pattern.compile("(?:([^@]+)@)?([^@+-]*)([+-]\\d{1,9})?");

    /**
     * Parses an identifier.
     *
     * @throws InvalidIdentifierException if it has no anchor and no steps, or is malformed
     */
    static Identifier parse(String text) {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || (parts.group(2).isEmpty() && parts.group(3) == null)) {
            throw InvalidIdentifierException.identifier(text);
        }
        String steps = parts.group(3);
        return new Identifier(text, parts.group(1), parts.group(2), steps == null ? null : Integer.valueOf(steps));
    }

    /** Returns whether its steps start from the current revision, or from the other end of a range. */
    boolean isRelative() {
        return anchor.isEmpty() && steps != null;
    }

    /** Returns whether it names the current revisions. */
    boolean isCurrent() {
        return anchor.equals("current") && steps == null;
    }

    /** Returns whether its steps start from the current revision. */
    boolean stepsFromCurrent() {
        return steps != null && (anchor.isEmpty() || anchor.equals("current"));
    }

    /** Returns this identifier for the whole history. */
    Identifier withoutScope() {
        return new Identifier(text, null, anchor, steps);
    }

    /** Returns the number of steps; 0 without steps. */
    int stepsOrZero() {
        return steps == null ? 0 : steps;
    }
}
