package dev.headway.error;

import java.util.List;

/** The database is not where the code is: it lacks revisions, has others, or had them from other code. Nothing was run. */
public final class NotUpToDateException extends HeadwayException {
    private final List<String> problems;
    private final List<String> pending;

    /**
     * Lists what there is to object to.
     *
     * @param problems each with what to do about it
     * @param pending the ids of the revisions that are not applied, in the order in which they would run
     */
    public NotUpToDateException(List<String> problems, List<String> pending) {
        super(String.join("\n", problems) + " Nothing was run.");
        this.problems = List.copyOf(problems);
        this.pending = List.copyOf(pending);
    }

    /** Returns the ids of the revisions that are not applied, in the order in which they would run. */
    public List<String> pending() {
        return pending;
    }

    /** Returns what there is to object to, each with what to do about it. */
    public List<String> problems() {
        return problems;
    }
}
