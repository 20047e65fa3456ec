package dev.headway.error;

/** A revision contains an operation that the database does not support. It was refused before any statement ran. */
public final class UnsupportedChangeException extends HeadwayException {
    private final String revision;
    private final String operation;

    /** Names the revision, its description, the operation and the reason. */
    public UnsupportedChangeException(String revision, String described, String operation, String reason) {
        super("Revision " + described + " cannot do " + operation + " here: " + reason
                + " Nothing was run, and the database is unchanged.");
        this.revision = revision;
        this.operation = operation;
    }

    /** Returns the id of the revision. */
    public String revision() {
        return revision;
    }

    /** Returns the directive that the database does not support. */
    public String operation() {
        return operation;
    }
}
