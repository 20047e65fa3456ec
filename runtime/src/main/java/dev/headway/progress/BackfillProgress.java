package dev.headway.progress;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a backfill has come.
 *
 * @param rows how many rows it has changed
 * @param numbers how many numbers of its key it has gone through; 0 if it has none
 * @param ofNumbers how many there are from the first to the last; empty if it has no key, so that nobody knows how many rows
 *     there are
 * @param took how long it has taken so far
 */
public record BackfillProgress(long rows, long numbers, OptionalLong ofNumbers, Duration took) {

    /** Returns how many rows it changed in a second, on the average. */
    public long rowsPerSecond() {
        return took.isZero() ? 0 : Math.round(rows * 1e9 / took.toNanos());
    }
}
