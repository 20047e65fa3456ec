package dev.headway.op;

import dev.headway.op.Operation.Execute;
import java.util.function.Function;

/**
 * Options of {@code execute}.
 *
 * @since 0.1
 */
public final class ExecuteOptions {
    private final Function<Boolean, Execute> statement;
    private boolean secret;

    /** Creates the options of a {@code statement}, which is a function of whether it is secret. */
    ExecuteOptions(Function<Boolean, Execute> statement) {
        this.statement = statement;
    }

    /**
     * Hides the statement and its arguments. Messages, logs and {@code headway_log} show {@code (secret statement)}, and the SQL
     * state and error code of the database instead of its message. A script contains the statement.
     */
    public ExecuteOptions secret() {
        secret = true;
        return this;
    }

    Execute operation() {
        return statement.apply(secret);
    }
}
