package dev.headway.error;

import java.time.Duration;

/** Another process migrates this database, and did not finish within the lock timeout. Nothing was run. */
public final class LockTimeoutException extends HeadwayException {
    private final Duration waited;

    /** Describes which process holds the lock, and how long Headway waited. */
    public LockTimeoutException(String message, Duration waited) {
        super(message);
        this.waited = waited;
    }

    /** Returns how long Headway waited for the lock. */
    public Duration waited() {
        return waited;
    }
}
