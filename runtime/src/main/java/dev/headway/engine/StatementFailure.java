package dev.headway.engine;

/** A statement of a step failed; the step that runs it adds what that means. */
final class StatementFailure extends RuntimeException {
    private final int number;
    private final String sql;

    StatementFailure(int number, String sql, Exception cause) {
        super(cause);
        this.number = number;
        this.sql = sql;
    }

    int number() {
        return number;
    }

    String sql() {
        return sql;
    }
}
