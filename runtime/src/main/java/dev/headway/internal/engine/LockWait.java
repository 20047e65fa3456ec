package dev.headway.internal.engine;

import dev.headway.error.LockTimeoutException;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Waits until a lock is free, and takes it. */
final class LockWait {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Duration timeout;
    private final ProgressListener listener;

    LockWait(Duration timeout, ProgressListener listener) {
        this.timeout = timeout;
        this.listener = listener;
    }

    /**
     * Takes it, waiting while another process has it.
     *
     * @throws LockTimeoutException if that takes too long
     */
    void take(MigrationLock lock) throws SQLException {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (!lock.tryTake()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(timeout) >= 0) {
                throw new LockTimeoutException(
                        "Another process migrates this database and was not done after " + timeout.toSeconds() + " s"
                                + told(lock.holders()) + ". Nothing was run here. Wait for it, or allow more time"
                                + " with headway.lockTimeout.",
                        waited);
            }
            if (pause.equals(FIRST_PAUSE)) {
                listener.waitingForLock(timeout.minus(waited), told(lock.holders()));
            }
            sleep(pause, waited);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static String told(List<String> holders) {
        return holders.isEmpty() ? "" : ": " + String.join("; ", holders);
    }

    private static void sleep(Duration pause, Duration waited) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException(
                    "Interrupted while another process migrates this database. Nothing was run here.", waited);
        }
    }
}
