package dev.headway.error;

/**
 * Another process took over the migration of this database, because this process did not renew its lock in time. The other
 * process runs the remaining steps.
 */
public final class LockLostException extends HeadwayException {

    /** Describes what happened, and the state of the database. */
    public LockLostException(String message) {
        super(message);
    }
}
