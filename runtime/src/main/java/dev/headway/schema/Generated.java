package dev.headway.schema;

import java.util.Objects;

/**
 * The expression of a generated column.
 *
 * @param expression the expression, in the SQL of the database
 * @param stored whether it is computed when a row is written, rather than when it is read
 * @since 0.1
 */
public record Generated(String expression, boolean stored) {
    /** Refuses null. */
    public Generated {
        Objects.requireNonNull(expression, "expression");
    }
}
