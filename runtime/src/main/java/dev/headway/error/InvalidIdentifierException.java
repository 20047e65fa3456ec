package dev.headway.error;

/**
 * An identifier or a range of revisions is badly written, so it cannot name any revision. An identifier that is well written but
 * names no revision is reported as a {@link RevisionNotFoundException}.
 */
public final class InvalidIdentifierException extends HeadwayException {

    /** Quotes the identifier, and shows the correct form. */
    public InvalidIdentifierException(String message) {
        super(message);
    }
}
