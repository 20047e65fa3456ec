package dev.headway.error;

/** A revision cannot be written as a script, because it needs a live database. Nothing was written. */
public final class NotScriptableException extends HeadwayException {
    private final String revision;
    private final String operation;

    /** Names the revision, its description, the operation and the reason. */
    public NotScriptableException(String revision, String described, String operation, String reason) {
        super("Revision " + described + " cannot be written as a script, because of " + operation + ": " + reason
                + " Nothing was written. Write scripts of the revisions before and after it, and run this revision on the"
                + " database itself.");
        this.revision = revision;
        this.operation = operation;
    }

    /** Reports that the code of a revision failed. */
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

    /** Returns the directive that cannot be written; empty if the code of the migration failed. */
    public String operation() {
        return operation;
    }
}
