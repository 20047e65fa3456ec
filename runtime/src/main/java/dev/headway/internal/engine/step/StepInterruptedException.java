package dev.headway.internal.engine.step;

import dev.headway.error.MigrationFailedException;

/**
 * The thread was interrupted while a step ran. The interrupt status of the thread is cleared until the end of the run: an
 * embedded database may close its file if an interrupted thread writes to it, and the step could not be recorded.
 */
public final class StepInterruptedException extends RuntimeException {
    private StepInterruptedException() {
        super(
                "The thread was interrupted, so nothing more was run. Run again: the next run resumes after the last completed"
                        + " statement.");
    }

    /** Clears the interrupt status of the thread, and throws if it was set. */
    static void check() {
        throwIf(Thread.interrupted());
    }

    /** Throws if {@code interrupted}. */
    static void throwIf(boolean interrupted) {
        if (interrupted) {
            throw new StepInterruptedException();
        }
    }

    /** Sets the interrupt status of the thread again, if an interrupt ended the run. */
    public static void restoreInterrupt(MigrationFailedException failure) {
        if (failure.getCause() instanceof StepInterruptedException
                || failure.getCause() instanceof InterruptedException) {
            Thread.currentThread().interrupt();
        }
    }
}
