package dev.headway.testing;

import java.time.Duration;

/** Time that passes in a test, in code that must not throw a checked exception. */
public final class Pause {
    private Pause() {}

    /** Waits for {@code time}. */
    public static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
