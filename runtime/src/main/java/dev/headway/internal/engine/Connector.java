package dev.headway.internal.engine;

import java.sql.SQLException;

/** Connects to the database, each time anew. */
@FunctionalInterface
public interface Connector {
    /** Returns a session that is the caller's to close. */
    Session connect() throws SQLException;
}
