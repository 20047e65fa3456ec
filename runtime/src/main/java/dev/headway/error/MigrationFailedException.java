package dev.headway.error;

import org.jspecify.annotations.Nullable;

/**
 * A step failed while it ran. The message names the revision, the statement, the database's own words, the state that
 * the database is in now, and what to do next; the cause is what was thrown.
 */
public final class MigrationFailedException extends HeadwayException {
    private final String revision;
    private final int statementsDone;

    /** Tells that {@code revision} failed after {@code statementsDone} statements that are still in the database. */
    public MigrationFailedException(String revision, int statementsDone, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.revision = revision;
        this.statementsDone = statementsDone;
    }

    /** Returns the id of the revision that failed. */
    public String revision() {
        return revision;
    }

    /** Returns how many statements of the revision are in the database now: zero when it was rolled back whole. */
    public int statementsDone() {
        return statementsDone;
    }
}
