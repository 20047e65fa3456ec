package dev.headway.error;

import java.util.List;

/**
 * An identifier does not lead to a revision of the code that can be used: no revision has that id or label, the revision is not
 * a valid target, or the database has applied a revision that the code does not contain.
 */
public final class RevisionNotFoundException extends HeadwayException {
    private final String identifier;

    /** Reports that no revision matches {@code identifier}; {@code hint} suggests similar ones, or describes what to do. */
    public RevisionNotFoundException(String identifier, String hint) {
        this(identifier, "Can't locate revision identified by '" + identifier + "'", hint);
    }

    private RevisionNotFoundException(String identifier, String opening, String hint) {
        super(opening + ". " + hint);
        this.identifier = identifier;
    }

    /** Creates the error for a relative identifier, such as {@code -5}, with more steps than the history has. */
    public static RevisionNotFoundException tooFewSteps(String identifier, int wanted, String hint) {
        return new RevisionNotFoundException(
                identifier,
                "Relative revision " + identifier + " didn't produce " + Math.abs(wanted) + " migrations",
                hint);
    }

    /** Creates the error for a downgrade to a revision that is not applied. */
    public static RevisionNotFoundException notApplied(String identifier, String revision) {
        return new RevisionNotFoundException(
                identifier,
                "Destination " + identifier + " is not a valid downgrade target",
                "Revision " + revision
                        + " is not applied, so the database cannot be downgraded to it. Nothing was run.");
    }

    /** Creates the error for a downgrade if only some of the revisions that a squashing revision replaces are applied. */
    public static RevisionNotFoundException partiallySquashed(String identifier, List<String> applied) {
        return new RevisionNotFoundException(
                identifier,
                "Destination " + identifier + " is not a valid downgrade target",
                "Another revision replaces revisions of which the database has applied only some: "
                        + String.join(", ", applied)
                        + ". From this state, only an upgrade is possible. To downgrade, use a version of the code without that"
                        + " revision. Nothing was run.");
    }

    /**
     * Creates the error for a stamp relative to the current revision, if only some of the revisions that a squashing revision
     * replaces are applied.
     */
    public static RevisionNotFoundException stepsFromPartOfSquash(String identifier, List<String> applied) {
        return new RevisionNotFoundException(
                identifier,
                "Destination " + identifier + " is not a valid stamp target",
                "Another revision replaces revisions of which the database has applied only some: "
                        + String.join(", ", applied) + ". Specify the revision by its id. Nothing was changed.");
    }

    /** Creates the error for a stamp relative to the current revision after all revisions are marked as not applied. */
    public static RevisionNotFoundException purgedCurrent(String identifier) {
        return new RevisionNotFoundException(
                identifier,
                "Destination " + identifier + " is not a valid stamp target",
                "A purge first marks all revisions as not applied, so none is current. Specify the revision by its id."
                        + " Nothing was changed.");
    }

    /** Creates the error for a downgrade to a revision with several children, none of which is in the specified branch. */
    public static RevisionNotFoundException notOnPath(String identifier, List<String> children) {
        return new RevisionNotFoundException(
                identifier,
                "Destination " + identifier + " is not a valid downgrade target",
                "The history forks after it into " + String.join(", ", children)
                        + ", none of which leads to that branch. Omit"
                        + " the branch to downgrade all of them. Nothing was run.");
    }

    /** Creates the error for an identifier such as {@code ledger@ae10} whose revision is in another branch. */
    public static RevisionNotFoundException notInBranch(String identifier, String revision, String branch) {
        return new RevisionNotFoundException(
                identifier,
                "Can't locate revision identified by '" + identifier + "'",
                "Revision " + revision + " is not a member of branch '" + branch + "'.");
    }

    /** Creates the error for a branch that is neither a label nor an id. */
    public static RevisionNotFoundException noSuchBranch(String branch, String hint) {
        return new RevisionNotFoundException(branch, "No such branch: '" + branch + "'", hint);
    }

    /** Creates the error for a range whose start is not an ancestor of its end. */
    public static RevisionNotFoundException notInLine(String range, String hint) {
        return new RevisionNotFoundException(
                range,
                "Requested range " + range + " does not refer to ancestor/descendant revisions along the same branch",
                hint);
    }

    /** Returns the identifier as it was specified. */
    public String identifier() {
        return identifier;
    }
}
