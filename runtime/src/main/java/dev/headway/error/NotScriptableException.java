package dev.headway.error;

/** A revision needs a live database, and so cannot be written as a script. Nothing was written. */
public final class NotScriptableException extends HeadwayException {
    private final String revision;
    private final String operation;

    /** Makes an exception for a revision, which messages describe more closely, and its operation. */
    public NotScriptableException(String revision, String described, String operation, String reason) {
        super("Revision " + described + " cannot be written as a script, because of " + operation + ": " + reason
                + " Nothing was written. Write scripts of what comes before and behind it, and run this revision on the"
                + " database itself.");
        this.revision = revision;
        this.operation = operation;
    }

    /** Makes an exception for a revision, which messages describe more closely, whose own code failed. */
    public NotScriptableException(String revision, String described, Exception cause) {
        super(
                "Revision " + described + " failed while its script was written: " + cause + ". Nothing was written.",
                cause);
        this.revision = revision;
        this.operation = "";
    }

    /** Returns the id of the revision. */
    public String revision() {
        return revision;
    }

    /** Returns the directive that no script can hold; empty if the migration itself failed. */
    public String operation() {
        return operation;
    }
}
