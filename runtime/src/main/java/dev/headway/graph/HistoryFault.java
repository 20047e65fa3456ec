package dev.headway.graph;

/**
 * A fault of a history.
 *
 * @param kind the kind of fault
 * @param revision the revision at fault
 * @param attribute the attribute of its {@code @Revision} at fault
 * @param index the index of the entry at fault in the attribute; {@link #WHOLE} for the attribute as a whole
 * @param message a description with the revisions involved, and how to fix it
 * @since 0.1
 */
public record HistoryFault(Kind kind, RevisionInfo revision, Attribute attribute, int index, String message) {

    /** The {@link #index} of a fault of an attribute as a whole. */
    public static final int WHOLE = -1;

    /** The attributes of {@code @Revision} that can have a fault. */
    public enum Attribute {
        /** The id. */
        ID("id"),
        /** The parents. */
        DOWN("down"),
        /** The dependencies. */
        DEPENDS_ON("dependsOn"),
        /** The branch labels. */
        BRANCH("branch"),
        /** The replaced revisions. */
        REPLACES("replaces"),
        /** The name of the database. */
        DATABASE("database");

        private final String javaName;

        Attribute(String javaName) {
            this.javaName = javaName;
        }

        /** Returns the name of the attribute in the annotation. */
        public String javaName() {
            return javaName;
        }
    }

    /** The kinds of faults. */
    public enum Kind {
        /** An id with an invalid character or of an invalid length. */
        MALFORMED_ID,
        /** An id that has another meaning in commands. */
        RESERVED_ID,
        /** An id of two revisions. */
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
        /** A label with an invalid character, of an invalid length, or reserved. */
        MALFORMED_LABEL,
        /** A label of two revisions, or one that a revision has twice. */
        DUPLICATE_LABEL,
        /** A label that is the id of a revision. */
        LABEL_IS_ID,
        /** A replaced id that is malformed, replaced twice, replaced in a cycle, or required by another revision. */
        BAD_REPLACEMENT,
        /** A name of a database with an invalid character or of an invalid length. */
        MALFORMED_DATABASE
    }

    static HistoryFault whole(Kind kind, RevisionInfo revision, Attribute attribute, String message) {
        return new HistoryFault(kind, revision, attribute, WHOLE, message);
    }
}
