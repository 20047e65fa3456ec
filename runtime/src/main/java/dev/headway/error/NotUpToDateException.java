package dev.headway.error;

import java.util.List;

/** The database does not match the code: revisions are pending, unknown or changed. Nothing was run. */
public final class NotUpToDateException extends HeadwayException {
    private final List<String> problems;
    private final List<String> pending;

    /**
     * Lists the problems.
     *
     * @param problems the problems, each with the next step
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

    /** Returns the problems, each with the next step. */
    public List<String> problems() {
        return problems;
    }
}
