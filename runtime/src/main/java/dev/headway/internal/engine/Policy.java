package dev.headway.internal.engine;

import java.time.Duration;
import java.util.Objects;

/**
 * How to behave on a database, whichever it is.
 *
 * @param lockTimeout how long to wait for another process that migrates the database
 * @param refusesChanged whether applied revisions that were changed since are a reason to do nothing, or to be warned of
 */
public record Policy(Duration lockTimeout, boolean refusesChanged) {
    /** What holds where nothing else is said. */
    public static final Policy DEFAULT = new Policy(Duration.ofMinutes(10), false);

    /** Refuses nulls. */
    public Policy {
        Objects.requireNonNull(lockTimeout, "lockTimeout");
    }

    /** Returns this with another time to wait. */
    public Policy lockTimeout(Duration atMost) {
        return new Policy(atMost, refusesChanged);
    }

    /** Returns this with another answer to changed revisions. */
    public Policy refusesChanged(boolean refuses) {
        return new Policy(lockTimeout, refuses);
    }
}
