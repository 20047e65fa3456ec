package dev.headway.internal.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * How a run behaves on any database.
 *
 * @param lockTimeout how long to wait for another process that migrates the database
 * @param allowsEmpty whether to log a warning if the code has no revision at all, instead of refusing to run
 * @param refusesUnknown whether to refuse an upgrade that has nothing to do if the database has revisions that the code lacks
 * @param refusesChanged whether to refuse a run if applied revisions have changed, instead of logging a warning
 */
public record RunPolicy(Duration lockTimeout, boolean allowsEmpty, boolean refusesUnknown, boolean refusesChanged) {
    /** The default: 10 minutes, a refusal of an empty history, and warnings of unknown and changed revisions. */
    public static final RunPolicy DEFAULT = new RunPolicy(Duration.ofMinutes(10), false, false, false);

    /** Refuses nulls. */
    public RunPolicy {
        Objects.requireNonNull(lockTimeout, "lockTimeout");
    }

    /** Returns this policy with another lock timeout. */
    public RunPolicy lockTimeout(Duration atMost) {
        return new RunPolicy(atMost, allowsEmpty, refusesUnknown, refusesChanged);
    }

    /** Returns this policy with another treatment of a history without revisions. */
    public RunPolicy allowsEmpty(boolean allows) {
        return new RunPolicy(lockTimeout, allows, refusesUnknown, refusesChanged);
    }

    /** Returns this policy with another treatment of revisions that the code lacks. */
    public RunPolicy refusesUnknown(boolean refuses) {
        return new RunPolicy(lockTimeout, allowsEmpty, refuses, refusesChanged);
    }

    /** Returns this policy with another treatment of changed revisions. */
    public RunPolicy refusesChanged(boolean refuses) {
        return new RunPolicy(lockTimeout, allowsEmpty, refusesUnknown, refuses);
    }
}
