package dev.headway.error;

import java.util.List;

/**
 * An identifier names no revision: of the code, where a user gave it; or the database has a revision applied that the
 * code does not know.
 */
public final class RevisionNotFoundException extends HeadwayException {
    private final String identifier;

    /** Says that {@code identifier} could not be located; {@code hint} says what could be meant, or what to do. */
    public RevisionNotFoundException(String identifier, String hint) {
        this(identifier, "Can't locate revision identified by '" + identifier + "'", hint);
    }

    private RevisionNotFoundException(String identifier, String opening, String hint) {
        super(opening + ". " + hint);
        this.identifier = identifier;
    }

    /** The error for a relative identifier such as {@code -5} that asks for more steps than there are. */
    public static RevisionNotFoundException tooFewSteps(String identifier, int wanted, String hint) {
        return new RevisionNotFoundException(
                identifier,
                "Relative revision " + identifier + " didn't produce " + Math.abs(wanted) + " migrations",
                hint);
    }

    /** The error for a downgrade to a revision that is not applied. */
    public static RevisionNotFoundException notApplied(String identifier, String revision) {
        return new RevisionNotFoundException(
                identifier,
                "Destination " + identifier + " is not a valid downgrade target",
                "Revision " + revision + " is not applied, so there is no way down to it. Nothing was run.");
    }

    /** The error for a downgrade where the database is in the midst of what another revision replaces. */
    public static RevisionNotFoundException inTheMidst(String identifier, List<String> midst) {
        return new RevisionNotFoundException(
                identifier,
                "Destination " + identifier + " is not a valid downgrade target",
                "The database is in the midst of revisions that another one replaces: it has "
                        + String.join(", ", midst)
                        + ". From there only an upgrade leads on. Nothing was run.");
    }

    /** The error for a downgrade whose way forks, when the branch that it names goes none of the ways. */
    public static RevisionNotFoundException forked(String identifier, List<String> ways) {
        return new RevisionNotFoundException(
                identifier,
                "Destination " + identifier + " is not a valid downgrade target",
                "Behind it the way forks into " + String.join(", ", ways)
                        + ", none of which leads to that branch. Leave"
                        + " the branch out to go down all of them. Nothing was run.");
    }

    /** The error for an identifier such as {@code ledger@ae10} whose revision is in another branch. */
    public static RevisionNotFoundException notInBranch(String identifier, String revision, String branch) {
        return new RevisionNotFoundException(
                identifier,
                "Can't locate revision identified by '" + identifier + "'",
                "Revision " + revision + " is not a member of branch '" + branch + "'.");
    }

    /** The error for a branch that is neither a label nor an id. */
    public static RevisionNotFoundException noSuchBranch(String branch, String hint) {
        return new RevisionNotFoundException(branch, "No such branch: '" + branch + "'", hint);
    }

    /** The error for a range whose beginning does not lead to its end. */
    public static RevisionNotFoundException notInLine(String range, String hint) {
        return new RevisionNotFoundException(
                range,
                "Requested range " + range + " does not refer to ancestor/descendant revisions along the same branch",
                hint);
    }

    /** The error for what is no range at all. */
    public static RevisionNotFoundException noRange(String range) {
        return new RevisionNotFoundException(
                range,
                "'" + range + "' is no range",
                "A range is written [start]:[end], as in 'base:head', 'ae10:' or ':ae10'.");
    }

    /** Returns the identifier as it was given. */
    public String identifier() {
        return identifier;
    }
}
