package dev.headway.error;

/** A revision asks for what its database cannot do. It was refused before anything ran. */
public final class UnsupportedChangeException extends HeadwayException {
    private final String revision;
    private final String operation;

    /** Makes an exception for a revision, which messages describe more closely, and its operation. */
    public UnsupportedChangeException(String revision, String described, String operation, String reason) {
        super("Revision " + described + " cannot do " + operation + " here: " + reason
                + " Nothing was run; the database is as it was.");
        this.revision = revision;
        this.operation = operation;
    }

    /** Returns the id of the revision. */
    public String revision() {
        return revision;
    }

    /** Returns the directive that the database cannot carry out. */
    public String operation() {
        return operation;
    }
}
