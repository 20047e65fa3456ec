package dev.headway.error;

import java.sql.SQLException;

/**
 * The database cannot be reached, or refused one of Headway's own statements. A refused statement of a migration is reported as a
 * {@link MigrationFailedException}.
 */
public final class DatabaseAccessException extends HeadwayException {

    /** Describes what Headway was doing, and appends the message of the database. */
    public DatabaseAccessException(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage() + " (SQL state " + cause.getSQLState() + ")", cause);
    }
}
