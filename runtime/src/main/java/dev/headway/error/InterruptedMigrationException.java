package dev.headway.error;

/**
 * The thread was interrupted while it waited for the lock, or for the targets of a fleet. The interrupt status of the thread is
 * set again. A thread that is interrupted while a step runs gets a {@link MigrationFailedException} instead.
 */
public final class InterruptedMigrationException extends HeadwayException {

    /** Describes what the thread waited for, and the state of the database. */
    public InterruptedMigrationException(String message) {
        super(message);
    }
}
