package dev.headway.error;

/**
 * Another process took over the migration of this database, since this one was not heard of for too long. What is left is the
 * other's to do.
 */
public final class LockLostException extends HeadwayException {

    /** Tells who took over, and what that means. */
    public LockLostException(String message) {
        super(message);
    }
}
