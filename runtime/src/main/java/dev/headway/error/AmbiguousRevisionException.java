package dev.headway.error;

import java.util.List;

/** An identifier matches several revisions. Headway never chooses one of them. */
public final class AmbiguousRevisionException extends HeadwayException {
    private final List<String> candidates;

    /** Reports that {@code identifier} matches {@code candidates}; {@code hint} describes how to be precise. */
    public AmbiguousRevisionException(String identifier, List<String> candidates, String hint) {
        super("'" + identifier + "' is ambiguous: it could mean " + String.join(", ", candidates) + ". " + hint);
        this.candidates = List.copyOf(candidates);
    }

    /** Returns the ids of the matching revisions. */
    public List<String> candidates() {
        return candidates;
    }
}
