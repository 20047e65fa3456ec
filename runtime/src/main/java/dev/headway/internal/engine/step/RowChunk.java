package dev.headway.internal.engine.step;

import java.sql.BatchUpdateException;
import java.sql.Statement;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a statement, which are sent together.
 *
 * @param first the number of the first row in the statement, from 1
 * @param total the number of rows of the statement
 * @param rows the rows
 */
record RowChunk(int first, int total, List<List<@Nullable Object>> rows) {
    private static final int MAX_ROWS = 1_000;

    /** In characters and bytes; a single row may exceed it. */
    private static final long MAX_SIZE = 4_000_000;

    /** Returns the chunks of the rows, one after another. */
    static Iterable<RowChunk> of(List<List<@Nullable Object>> rows) {
        return () -> new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return next < rows.size();
            }

            @Override
            public RowChunk next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                int from = next;
                long size = 0;
                do {
                    size += size(rows.get(next));
                    next++;
                } while (hasNext() && next - from < MAX_ROWS && size + size(rows.get(next)) <= MAX_SIZE);
                return new RowChunk(from + 1, rows.size(), rows.subList(from, next));
            }
        };
    }

    private static long size(List<@Nullable Object> row) {
        long size = 0;
        for (@Nullable Object value : row) {
            if (value instanceof CharSequence text) {
                size += text.length();
            } else if (value instanceof byte[] bytes) {
                size += bytes.length;
            }
        }
        return size;
    }

    /** Returns the number of the row that failed, or the range of rows if the driver doesn't report which one failed. */
    String describe(Throwable failure) {
        int failed = rows.size() == 1 ? 0 : failedIndex(failure);
        return failed < 0
                ? "one of the rows " + first + " to " + (first + rows.size() - 1) + " of " + total
                : "row " + (first + failed) + " of " + total;
    }

    private int failedIndex(Throwable failure) {
        for (Throwable e = failure; e != null; e = e.getCause()) {
            if (e instanceof BatchUpdateException batch) {
                return failedIndex(batch.getUpdateCounts());
            }
        }
        return -1;
    }

    /** A driver either stops at the first failure, or marks the failures. Some mark all rows, which reveals nothing. */
    private int failedIndex(int @Nullable [] counts) {
        if (counts == null) {
            return -1;
        }
        int completed = 0;
        while (completed < counts.length && counts[completed] != Statement.EXECUTE_FAILED) {
            completed++;
        }
        boolean unknown = completed == rows.size() || (completed == 0 && counts.length != 1);
        return unknown ? -1 : completed;
    }
}
