package dev.headway.internal.engine.step;

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
