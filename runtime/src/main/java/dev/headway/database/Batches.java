package dev.headway.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a statement runs in batches, each in a transaction of its own.
 *
 * @param key the key that batches are ranges of; null to repeat the statement until it changes no row
 * @param arguments the value of each {@code ?} of the statement: {@code from}, the first key of a batch, or {@code to}, the last
 * @param size the number of keys in a batch
 * @since 0.1
 */
public record Batches(@Nullable Key key, List<String> arguments, int size) {
    /** Copies the arguments. */
    public Batches {
        arguments = List.copyOf(arguments);
    }

    /**
     * The queries that find the keys of batches.
     *
     * @param range a query for the smallest and the largest key
     * @param following a query for the smallest key that is at least {@code ?}
     */
    public record Key(String range, String following) {}
}
