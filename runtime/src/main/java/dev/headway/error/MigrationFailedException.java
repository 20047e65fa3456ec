package dev.headway.error;

import org.jspecify.annotations.Nullable;

/**
 * A step failed while it ran. The message contains the revision, the statement, the message of the database, the state of the
 * database, and the next step. The cause is the original exception.
 */
public final class MigrationFailedException extends HeadwayException {
    private final String revision;
    private final int completedStatements;

    /** Reports that {@code revision} failed after {@code completedStatements} statements that are still in the database. */
    public MigrationFailedException(
            String revision, int completedStatements, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.revision = revision;
        this.completedStatements = completedStatements;
    }

    /** Returns the id of the revision that failed. */
    public String revision() {
        return revision;
    }

    /** Returns how many statements of the revision are in the database; 0 if all of them were rolled back. */
    public int completedStatements() {
        return completedStatements;
    }
}
