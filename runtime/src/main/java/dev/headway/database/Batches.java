package dev.headway.database;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a statement is run again and again, each time in a transaction of its own.
 *
 * @param key the numbers that batches are cut from; null to run the statement until it changes no row
 * @param arguments what each {@code ?} of the statement stands for: {@code from}, the first number of a batch, or
 *     {@code to}, the last
 * @param size how many numbers a batch has
 */
public record Batches(@Nullable Key key, List<String> arguments, int size) {
    /** Copies the arguments. */
    public Batches {
        arguments = List.copyOf(arguments);
    }

    /**
     * How to ask for the numbers of a key.
     *
     * @param range a query for the smallest and the largest
     * @param following a query for the smallest that is at least {@code ?}
     */
    public record Key(String range, String following) {}
}
