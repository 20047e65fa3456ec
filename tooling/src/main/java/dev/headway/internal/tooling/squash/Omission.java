package dev.headway.internal.tooling.squash;

import dev.headway.graph.RevisionInfo;

/**
 * An action of a squashed revision that the squash omits.
 *
 * @param revision the revision
 * @param directive the directive, as it is called
 * @param reason why it is omitted
 */
public record Omission(RevisionInfo revision, String directive, Reason reason) {

    /** Why an action is omitted. */
    public enum Reason {
        /** It changes rows; the rows that a new database has afterwards are compared. */
        ROWS,
        /** It changes nothing that is compared. */
        NOT_COMPARED,
        /** It states how something is done, such as {@code concurrently}; only the result is compared. */
        ONLY_RESULT,
        /** It runs on other databases only. */
        OTHER_DATABASE
    }

    /** Describes the omission in one line. */
    public String line() {
        return "Left out of " + revision.id() + ": " + directive
                + switch (reason) {
                    case ROWS -> ", which changes rows";
                    case NOT_COMPARED -> ", which changes nothing that is compared";
                    case ONLY_RESULT -> ", of which only the outcome is kept";
                    case OTHER_DATABASE -> "";
                };
    }
}
