package dev.headway.error;

/**
 * An identifier or a range of revisions is badly written, so it cannot name any revision. An identifier that is well written but
 * names no revision is reported as a {@link RevisionNotFoundException}.
 */
public final class InvalidIdentifierException extends HeadwayException {
    private final String identifier;

    private InvalidIdentifierException(String identifier, String message) {
        super(message);
        this.identifier = identifier;
    }

    /** Creates the error for an identifier, such as {@code ae10++2}. */
    public static InvalidIdentifierException identifier(String text) {
        return new InvalidIdentifierException(
                text,
                "'" + text
                        + "' is not a valid identifier of a revision. Specify an id or an unambiguous prefix of one, a"
                        + " label, head, heads, base or current, with a branch or steps if needed, such as 'ae10',"
                        + " 'ledger@head', 'ae10+2' or '-1'.");
    }

    /** Creates the error for a range, such as {@code a:b:c}. */
    public static InvalidIdentifierException range(String text) {
        return new InvalidIdentifierException(
                text,
                "'" + text
                        + "' is not a valid range of revisions. Specify [start]:[end], such as 'base:head', 'ae10:' or"
                        + " ':ae10'.");
    }

    /** Returns the identifier or range as it was specified. */
    public String identifier() {
        return identifier;
    }
}
