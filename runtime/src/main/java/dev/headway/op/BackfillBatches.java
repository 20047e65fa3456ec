package dev.headway.op;

import org.jspecify.annotations.Nullable;

/**
 * Options of a {@code backfill} that divides a table into batches by a key.
 *
 * @since 0.1
 */
public final class BackfillBatches {
    static final int USUAL_SIZE = 1_000;

    private final String table;
    private final String key;
    private @Nullable Integer size;

    BackfillBatches(String table, String key) {
        this.table = table;
        this.key = key;
    }

    /** Sets how many numbers a batch covers; 1,000 by default. */
    public BackfillBatches batchSize(int numbers) {
        size = Once.set("batchSize(…)", size, numbers);
        return this;
    }

    String table() {
        return table;
    }

    String key() {
        return key;
    }

    int size() {
        return size == null ? USUAL_SIZE : size;
    }
}
