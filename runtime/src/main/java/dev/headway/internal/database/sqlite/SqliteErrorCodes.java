package dev.headway.internal.database.sqlite;

import dev.headway.database.ErrorCodes;
import java.sql.SQLException;

/** SQLite's error messages: it has no codes for duplicate and missing objects. */
final class SqliteErrorCodes implements ErrorCodes {

    @Override
    public boolean isLockConflict(SQLException error) {
        return false;
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
