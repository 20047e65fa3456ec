package dev.headway.schema;

import java.util.Objects;

/**
 * How the database computes a column from others.
 *
 * @param expression the expression, in the SQL of the database
 * @param stored whether it is computed when the row is written, rather than when it is read
 */
public record Generated(String expression, boolean stored) {
    /** Refuses null. */
    public Generated {
        Objects.requireNonNull(expression, "expression");
    }
}
