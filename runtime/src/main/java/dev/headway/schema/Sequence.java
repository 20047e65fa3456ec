package dev.headway.schema;

import org.jspecify.annotations.Nullable;

/**
 * A sequence.
 *
 * @param name its name
 * @param start the first number
 * @param increment the difference between a number and the next one
 * @param minimum the smallest number; null for the default of the database
 * @param maximum the largest number; null for the default of the database
 * @param cycle whether it restarts after its last number
 * @since 0.1
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
            throw new IllegalArgumentException("The increment of sequence '" + name + "' must not be 0");
        }
    }
}
