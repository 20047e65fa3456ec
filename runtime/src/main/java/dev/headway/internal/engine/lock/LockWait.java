package dev.headway.internal.engine.lock;

import dev.headway.error.InterruptedMigrationException;
import dev.headway.error.LockTimeoutException;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Waits until a lock is free, and acquires it. */
public final class LockWait {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Duration timeout;
    private final ProgressListener listener;

    /** Waits no longer than {@code timeout}, and reports the wait to {@code listener}. */
    public LockWait(Duration timeout, ProgressListener listener) {
        this.timeout = timeout;
        this.listener = listener;
    }

    /**
     * Acquires the lock, and waits while another process holds it.
     *
     * @throws LockTimeoutException if the other process does not finish in time
     * @throws InterruptedMigrationException if the thread is interrupted while it waits
     */
    public void acquire(MigrationLock lock) throws SQLException {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (!lock.tryAcquire()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(timeout) >= 0) {
                throw new LockTimeoutException(
                        "Another process migrates this database and did not finish within " + timeout.toSeconds() + " s"
                                + describe(lock.holders()) + ". Nothing was run. Wait until it finishes, or allow more"
                                + " time with headway.lockTimeout.",
                        waited);
            }
            if (pause.equals(FIRST_PAUSE)) {
                listener.waitingForLock(timeout.minus(waited), lock.holders());
            }
            sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static String describe(List<String> holders) {
        return holders.isEmpty() ? "" : ": " + String.join("; ", holders);
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedMigrationException(
                    "The thread was interrupted while it waited for another process that migrates this database."
                            + " Nothing was run. Run again to migrate the database.");
        }
    }
}
