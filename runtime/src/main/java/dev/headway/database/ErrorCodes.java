package dev.headway.database;

import java.sql.SQLException;

/**
 * The meaning of a database's errors, by their SQL states or vendor codes. Headway uses it to explain failures and, on
 * databases whose DDL commits, to recognize a statement that an interrupted step completed. Methods
 * without a default must be implemented.
 *
 * @since 0.1
 */
public interface ErrorCodes {

    /** Returns whether a statement failed in a deadlock, or because it waited too long for a lock of another session. */
    boolean isLockConflict(SQLException error);

    /** Returns whether the database refused to create an object because it exists. */
    boolean isDuplicate(SQLException error);

    /** Returns whether the database refused to drop or rename an object because it doesn't exist. */
    boolean isMissing(SQLException error);

    /** Returns whether a row was refused because it violates a constraint. Default: the standard's class of SQL states, 23. */
    default boolean isConstraintViolation(SQLException error) {
        return String.valueOf(error.getSQLState()).startsWith("23");
    }

    /** Returns whether a statement was refused because it must not run inside a transaction. Default: SQL state 25001. */
    default boolean isRefusedInTransaction(SQLException error) {
        return "25001".equals(error.getSQLState());
    }

    /**
     * Returns whether a statement may have been executed although the driver reports an error: the connection was lost, or the
     * execution was cancelled after it may have taken effect. Default: the standard's class of SQL states for connections, 08.
     */
    default boolean mayHaveExecuted(SQLException error) {
        String state = error.getSQLState();
        return state == null || state.startsWith("08");
    }
}
