package dev.headway.internal.database.sqlite;

import dev.headway.database.ErrorCodes;
import java.sql.SQLException;
import java.util.Set;

/** SQLite's error messages: it has no codes for duplicate and missing objects. */
final class SqliteErrorCodes implements ErrorCodes {

    private static final int BUSY = 5;
    private static final int LOCKED = 6;
    private static final int CONSTRAINT = 19;

    @Override
    public boolean isLockConflict(SQLException error) {
        return Set.of(BUSY, LOCKED).contains(primaryCode(error));
    }

    @Override
    public boolean isConstraintViolation(SQLException error) {
        return primaryCode(error) == CONSTRAINT;
    }

    /** The driver reports an extended code, whose low byte is the primary one. */
    private static int primaryCode(SQLException error) {
        return error.getErrorCode() & 0xff;
    }

    @Override
    public boolean isDuplicate(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return message.contains("already exists") || message.contains("duplicate column name");
    }

    @Override
    public boolean isMissing(SQLException error) {
        return String.valueOf(error.getMessage()).contains("no such ");
    }

    /** SQLite has no SQL states, and executes a statement completely or not at all. */
    @Override
    public boolean mayHaveExecuted(SQLException error) {
        return false;
    }
}
