package dev.headway.internal.engine.step;

import dev.headway.database.ErrorCodes;
import java.sql.SQLException;

/** A statement of a step failed. */
final class StatementFailedException extends RuntimeException {
    private final int number;
    private final String sql;
    private final long rowsBefore;

    /**
     * Reports the statement and its number.
     *
     * @param rowsBefore the number of rows that earlier batches of the statement changed and committed
     */
    StatementFailedException(int number, String sql, long rowsBefore, Exception cause) {
        super(cause);
        this.number = number;
        this.sql = sql;
        this.rowsBefore = rowsBefore;
    }

    /** Returns whether the database answered that it did not execute the statement. */
    boolean isRefusal(ErrorCodes codes) {
        for (Throwable e = getCause(); e != null; e = e.getCause()) {
            if (e instanceof SQLException answer) {
                return !codes.mayHaveExecuted(answer);
            }
        }
        return false;
    }

    long rowsBefore() {
        return rowsBefore;
    }

    int number() {
        return number;
    }

    String sql() {
        return sql;
    }
}
