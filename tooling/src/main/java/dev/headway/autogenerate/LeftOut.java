package dev.headway.autogenerate;

import dev.headway.graph.RevisionInfo;

/**
 * Something that a squashed revision does and the squash does not.
 *
 * @param revision the revision
 * @param directive what it says
 * @param why why the squash does not
 */
public record LeftOut(RevisionInfo revision, String directive, Why why) {

    /** Why something is left out. */
    public enum Why {
        /** It changes rows, and what a fresh database has of it is in the rows that were compared. */
        ROWS,
        /** It changes nothing that is compared. */
        UNSEEN,
        /** It says how, not what: how values are converted, that others may write meanwhile. */
        MANNER,
        /** The revision does something else on other databases. */
        OTHER_DATABASE
    }

    /** Returns this in a line. */
    public String line() {
        return "Left out of " + revision.id() + ": " + directive
                + switch (why) {
                    case ROWS -> ", which changes rows";
                    case UNSEEN -> ", which changes nothing that is compared";
                    case MANNER -> ", of which only the outcome is kept";
                    case OTHER_DATABASE -> "";
                };
    }
}
