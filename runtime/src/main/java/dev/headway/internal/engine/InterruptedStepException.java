package dev.headway.internal.engine;

import dev.headway.error.MigrationFailedException;

/**
 * The thread was interrupted while a step ran. The interrupt is taken from the thread until the run has ended: a thread that
 * has one and writes to a file of H2 closes that file, and nothing more could be noted of the step.
 */
final class InterruptedStepException extends RuntimeException {
    private InterruptedStepException() {
        super(
                "The thread was interrupted, so nothing more was run. Run again: the next run goes on where this one stopped.");
    }

    /** Ends a step before its next statement if the thread was interrupted. */
    static void check() {
        throwIf(Thread.interrupted());
    }

    /** Ends a step if the thread was interrupted. */
    static void throwIf(boolean interrupted) {
        if (interrupted) {
            throw new InterruptedStepException();
        }
    }

    /** Gives the thread its interrupt back, if that is why a run ended. */
    static void giveBackAfter(MigrationFailedException failure) {
        if (failure.getCause() instanceof InterruptedStepException
                || failure.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
