package dev.headway.progress;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * The progress of a backfill.
 *
 * @param rows the number of changed rows
 * @param keys the number of visited key values, with or without a row; 0 for a backfill without a key
 * @param totalKeys the number of key values from the first to the last one; empty for a backfill without a key
 * @param elapsed the time since the backfill began
 */
public record BackfillProgress(long rows, long keys, OptionalLong totalKeys, Duration elapsed) {

    /** Returns the average number of changed rows per second. */
    public long rowsPerSecond() {
        return elapsed.isZero() ? 0 : Math.round(rows * 1e9 / elapsed.toNanos());
    }
}
