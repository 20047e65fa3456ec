package dev.headway;

import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Verdict;
import java.util.List;

/** The database is not where the code is: it lacks revisions, has others, or had them from other code. Nothing was run. */
public final class NotUpToDateException extends HeadwayException {
    private final Verdict verdict;

    /** Says what there is to object to. */
    public NotUpToDateException(Verdict verdict) {
        super(String.join("\n", verdict.objections()) + " Nothing was run.");
        this.verdict = verdict;
    }

    /** Returns the ids of the revisions that are not applied, in the order in which they would run. */
    public List<String> pending() {
        return verdict.pending().stream().map(RevisionInfo::id).toList();
    }

    /** Returns all that was found. */
    public Verdict verdict() {
        return verdict;
    }
}
