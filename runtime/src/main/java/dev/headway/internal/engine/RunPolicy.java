package dev.headway.internal.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * How a run behaves on any database.
 *
 * @param lockTimeout how long to wait for another process that migrates the database
 * @param refusesChanged whether to refuse a run if applied revisions have changed, instead of logging a warning
 */
public record RunPolicy(Duration lockTimeout, boolean refusesChanged) {
    /** The default: 10 minutes, and a warning. */
    public static final RunPolicy DEFAULT = new RunPolicy(Duration.ofMinutes(10), false);

    /** Refuses nulls. */
    public RunPolicy {
        Objects.requireNonNull(lockTimeout, "lockTimeout");
    }

    /** Returns this policy with another lock timeout. */
    public RunPolicy lockTimeout(Duration atMost) {
        return new RunPolicy(atMost, refusesChanged);
    }

    /** Returns this policy with another treatment of changed revisions. */
    public RunPolicy refusesChanged(boolean refuses) {
        return new RunPolicy(lockTimeout, refuses);
    }
}
