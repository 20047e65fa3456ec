package dev.headway.internal.tooling.scratch;

import dev.headway.database.ShownStatement;
import java.sql.SQLException;

/** A statement failed in a scratch schema. */
public final class FailedStatementException extends RuntimeException {

    /** Reports the message of the database, and the statement, without secrets. */
    public FailedStatementException(ShownStatement statement, SQLException cause) {
        this(statement.text(), statement.answer(cause));
    }

    private FailedStatementException(String statement, Throwable answer) {
        super(answer.getMessage() + "\n  " + statement, answer);
    }
}
