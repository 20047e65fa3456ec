package dev.headway.internal.engine;

/** A statement of a step failed; the step that runs it adds what that means. */
final class StatementFailure extends RuntimeException {
    private final int number;
    private final String sql;
    private final long rowsBefore;

    /**
     * Makes a failure.
     *
     * @param rowsBefore how many rows the statement had changed, and committed, in batches before
     */
    StatementFailure(int number, String sql, long rowsBefore, Exception cause) {
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
