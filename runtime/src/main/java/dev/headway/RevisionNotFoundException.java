package dev.headway;

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

    /** Returns the identifier as it was given. */
    public String identifier() {
        return identifier;
    }
}
