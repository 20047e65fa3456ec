package dev.headway.error;

import java.util.List;

/** An identifier could mean several revisions. Headway never picks one of them. */
public final class AmbiguousRevisionException extends HeadwayException {
    private final List<String> candidates;

    /** Says that {@code identifier} could mean any of {@code candidates}; {@code hint} says how to be precise. */
    public AmbiguousRevisionException(String identifier, List<String> candidates, String hint) {
        super("'" + identifier + "' is ambiguous: it could mean " + String.join(", ", candidates) + ". " + hint);
        this.candidates = List.copyOf(candidates);
    }

    /** Returns the ids of the revisions that could be meant. */
    public List<String> candidates() {
        return candidates;
    }
}
