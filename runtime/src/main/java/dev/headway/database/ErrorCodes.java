package dev.headway.database;

import java.sql.SQLException;

/** What the errors of a database mean, by their SQL states or vendor codes. */
public interface ErrorCodes {

    /** Returns whether a statement failed because it waited too long for a lock of another session, or in a deadlock. */
    boolean isLockConflict(SQLException error);

    /** Returns whether the database refused to create something because it exists. */
    boolean isDuplicate(SQLException error);

    /** Returns whether the database refused to drop or rename something because it does not exist. */
    boolean isMissing(SQLException error);
}
