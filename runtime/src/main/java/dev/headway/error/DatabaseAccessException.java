package dev.headway.error;

import java.sql.SQLException;

/** The database could not be reached, or refused one of Headway's own statements (those of migrations are told apart). */
public final class DatabaseAccessException extends HeadwayException {

    /** Says what Headway was doing, and adds the database's own words. */
    public DatabaseAccessException(String doing, SQLException cause) {
        super(doing + ": " + cause.getMessage() + " (SQL state " + cause.getSQLState() + ")", cause);
    }
}
