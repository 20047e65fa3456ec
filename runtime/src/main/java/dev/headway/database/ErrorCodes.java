package dev.headway.database;

import java.sql.SQLException;

/**
 * The meaning of a database's errors, by their SQL states or vendor codes. Headway uses it to explain failures and, on
 * databases whose DDL commits, to recognize a statement that an interrupted step completed. All methods must be implemented.
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
}
