package dev.headway.internal.engine.step;

import org.jdbi.v3.core.JdbiException;

/** The database refused a row of a statement with several rows. */
final class RowFailedException extends RuntimeException {
    private final String rows;
    private final JdbiException failure;

    RowFailedException(String rows, JdbiException failure) {
        super(failure);
        this.rows = rows;
        this.failure = failure;
    }

    /** Returns the numbers of the rows, for messages. */
    String rows() {
        return rows;
    }

    JdbiException failure() {
        return failure;
    }
}
