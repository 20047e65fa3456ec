package dev.headway.error;

import java.time.Duration;

/** Another process migrates this database, and did not finish while Headway waited. Nothing was run. */
public final class LockTimeoutException extends HeadwayException {
    private final Duration waited;

    /** Tells what was waited for, and how long. */
    public LockTimeoutException(String message, Duration waited) {
        super(message);
        this.waited = waited;
    }

    /** Returns how long Headway waited for the lock. */
    public Duration waited() {
        return waited;
    }
}
