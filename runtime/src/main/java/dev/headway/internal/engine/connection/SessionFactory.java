package dev.headway.internal.engine.connection;

import java.sql.SQLException;

/** Opens sessions, each on a connection of its own. */
@FunctionalInterface
public interface SessionFactory {
    /** Returns a session that the caller must close. */
    Session open() throws SQLException;
}
