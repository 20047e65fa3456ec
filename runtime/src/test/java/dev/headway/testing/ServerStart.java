package dev.headway.testing;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Starts a server, and retries once: on a busy machine a server may start slowly, or lose its port to another process. */
final class ServerStart {
    /** How long a server may take to start. */
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration POLL = Duration.ofMillis(50);

    /** Starts a server in a folder and at a port of its own. */
    interface Attempt<T> {
        T start() throws IOException;
    }

    private ServerStart() {}

    static <T> T retrying(Attempt<T> attempt) {
        try {
            return attempt.start();
        } catch (IOException | RuntimeException first) {
            return retry(attempt, first);
        }
    }

    private static <T> T retry(Attempt<T> attempt, Exception first) {
        try {
            return attempt.start();
        } catch (IOException | RuntimeException second) {
            second.addSuppressed(first);
            throw new IllegalStateException("A server failed to start twice: " + second.getMessage(), second);
        }
    }

    /** Waits for a condition; returns whether it came true in time. */
    static boolean comesTrue(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
        return true;
    }
}
