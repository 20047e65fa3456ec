package dev.headway.graph;

/**
 * One thing that is wrong with a history, as data: what, where and, in words, how to mend it.
 *
 * @param kind what is wrong
 * @param revision the revision at fault
 * @param attribute the attribute of its {@code @Revision} at fault
 * @param index which entry of the attribute; {@link #WHOLE} for all of it
 * @param message says what is wrong, names both sides, and how to mend it
 */
public record HistoryFault(Kind kind, RevisionInfo revision, Attribute attribute, int index, String message) {

    /** The {@link #index} of a fault that concerns an attribute as a whole. */
    public static final int WHOLE = -1;

    /** The attributes of {@code @Revision} at which a fault can stand, by their names in Java. */
    public enum Attribute {
        /** The name of the revision. */
        ID("id"),
        /** The parents. */
        DOWN("down"),
        /** The dependencies. */
        DEPENDS_ON("dependsOn"),
        /** The branch labels. */
        BRANCH("branch"),
        /** The squashed revisions. */
        REPLACES("replaces"),
        /** The database that it is for. */
        DATABASE("database");

        private final String javaName;

        Attribute(String javaName) {
            this.javaName = javaName;
        }

        /** Returns the name that the attribute has in the annotation. */
        public String javaName() {
            return javaName;
        }
    }

    /** What can be wrong with a history. */
    public enum Kind {
        /** An id with a character that it must not have, or of a wrong length. */
        MALFORMED_ID,
        /** An id that means something else in a command. */
        RESERVED_ID,
        /** An id that two revisions have. */
        DUPLICATE_ID,
        /** A parent or dependency that is not in the history. */
        UNKNOWN_REVISION,
        /** A revision that names itself. */
        SELF_REFERENCE,
        /** A parent or dependency named twice. */
        REPEATED_REFERENCE,
        /** A cycle of parents. */
        CYCLE,
        /** A cycle in which at least one step is a dependency. */
        DEPENDENCY_CYCLE,
        /** A parent that is an ancestor of another parent. */
        REDUNDANT_PARENT,
        /** A label with a character that it must not have, of a wrong length, or reserved. */
        MALFORMED_LABEL,
        /** A label that two revisions have, or one has twice. */
        DUPLICATE_LABEL,
        /** A label that is the id of a revision. */
        LABEL_IS_ID,
        /** A replaced id that is malformed, replaced twice, or comes before what stays. */
        BAD_REPLACEMENT,
        /** A name of a database with a character that it must not have, or of a wrong length. */
        MALFORMED_DATABASE
    }

    static HistoryFault whole(Kind kind, RevisionInfo revision, Attribute attribute, String message) {
        return new HistoryFault(kind, revision, attribute, WHOLE, message);
    }
}
