package dev.headway.internal.engine.step;

import dev.headway.database.ErrorCodes;
import dev.headway.database.SqlStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A statement of a step failed. */
final class StatementFailedException extends RuntimeException {
    private final int number;
    private final SqlStatement statement;
    private final @Nullable String rows;
    private final long rowsBefore;

    /**
     * Reports the statement and its number.
     *
     * @param rowsBefore the number of rows that earlier batches of the statement changed and committed
     */
    StatementFailedException(int number, SqlStatement statement, long rowsBefore, Exception cause) {
        this(number, statement, null, rowsBefore, cause);
    }

    /** Reports also which {@code rows} of the statement failed, for messages; null if it has no rows, or only one. */
    StatementFailedException(
            int number, SqlStatement statement, @Nullable String rows, long rowsBefore, Exception cause) {
        super(cause);
        this.number = number;
        this.statement = statement;
        this.rows = rows;
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

    /** Returns the rows that failed, such as {@code row 3 of 5}. */
    @Nullable
    String rows() {
        return rows;
    }

    SqlStatement statement() {
        return statement;
    }
}
