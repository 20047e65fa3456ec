package dev.headway.internal.tooling.scratch;

import java.sql.SQLException;

/** A statement failed in a scratch schema. */
public final class FailedStatementException extends RuntimeException {

    /** Reports what the database said, and the statement. */
    public FailedStatementException(String sql, SQLException cause) {
        super(cause.getMessage() + "\n  " + sql, cause);
    }
}
