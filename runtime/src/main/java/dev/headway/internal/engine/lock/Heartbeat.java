package dev.headway.internal.engine.lock;

import dev.headway.error.LockLostException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Repeats something at short intervals on a thread of its own, until it is stopped or has failed for too long. */
final class Heartbeat {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Beat beat;
    private final Duration interval;
    private final Duration tolerated;
    private final Thread thread;
    private boolean stopped;
    private volatile @Nullable Throwable failure;

    /** What is repeated. */
    @FunctionalInterface
    interface Beat {
        /** Runs once. */
        void run() throws Exception;
    }

    private Heartbeat(Beat beat, Duration interval, Duration tolerated) {
        this.beat = beat;
        this.interval = interval;
        this.tolerated = tolerated;
        this.thread = new Thread(this::repeat, "headway-lock");
        this.thread.setDaemon(true);
    }

    /**
     * Starts to repeat {@code beat}.
     *
     * @param tolerated how long beats may fail until the heartbeat has failed
     */
    static Heartbeat start(Beat beat, Duration interval, Duration tolerated) {
        Heartbeat heartbeat = new Heartbeat(beat, interval, tolerated);
        heartbeat.thread.start();
        return heartbeat;
    }

    /** Returns whether beats failed for too long. */
    boolean hasFailed() {
        return failure != null;
    }

    /** Returns the exception for a lock whose heartbeat has failed, which {@code event} describes. */
    LockLostException lost(String event) {
        return new LockLostException(
                event + ": " + Objects.requireNonNull(failure).getMessage()
                        + ". Another process may migrate this database now, so nothing more is run here. Statements that were"
                        + " recorded as completed stay. Run again: the next run waits for the other process, and resumes.");
    }

    private void repeat() {
        long succeeded = System.nanoTime();
        while (!waitForStop()) {
            try {
                beat.run();
                succeeded = System.nanoTime();
            } catch (Throwable e) { // also an Error must not end the heartbeat unnoticed
                if (System.nanoTime() - succeeded >= tolerated.toNanos()) {
                    failure = e;
                    return;
                }
            }
        }
    }

    /** Waits for one interval; returns whether the heartbeat was stopped. */
    private synchronized boolean waitForStop() {
        long end = System.nanoTime() + interval.toNanos();
        while (!stopped) {
            long millis = (end - System.nanoTime()) / 1_000_000;
            if (millis <= 0) {
                return false;
            }
            try {
                wait(millis);
            } catch (InterruptedException e) {
                return true;
            }
        }
        return true;
    }

    /** Stops after the beat that is running. An interrupt could close the file of an embedded database. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    /** Stops, and returns whether the beat that was running ended: if not, the database does not answer. */
    boolean stopAndWait() {
        stop();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
