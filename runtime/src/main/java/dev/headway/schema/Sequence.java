package dev.headway.schema;

import org.jspecify.annotations.Nullable;

/**
 * A source of numbers.
 *
 * @param name its name
 * @param start the first number
 * @param increment how far the next number is from the one before
 * @param minimum the smallest; null for the database's own
 * @param maximum the largest; null for the database's own
 * @param cycle whether it begins anew behind the last
 */
public record Sequence(
        String name,
        long start,
        long increment,
        @Nullable Long minimum,
        @Nullable Long maximum,
        boolean cycle) {
    /** Refuses a blank name, and an increment of 0. */
    public Sequence {
        Name.require("A sequence", name);
        if (increment == 0) {
            throw new IllegalArgumentException("The increment of sequence '" + name + "' is not 0");
        }
    }
}
