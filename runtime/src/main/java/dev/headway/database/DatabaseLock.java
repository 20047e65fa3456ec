package dev.headway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** How a database lets one upgrader run at a time: a lock that ends with the connection that holds it. */
public interface DatabaseLock {

    /**
     * Tries to acquire the lock, without waiting. The lock lasts until {@link #release}, or until the connection ends.
     *
     * @return whether this connection now holds the lock
     */
    boolean tryAcquire(Connection connection) throws SQLException;

    /** Releases the lock. */
    void release(Connection connection) throws SQLException;

    /**
     * Returns whether the lock excludes every client of the database, whichever server of a cluster it is connected to. If
     * not, Headway uses a lease in a table instead. Default: true.
     */
    default boolean reachesAllServers(Connection connection) throws SQLException {
        return true;
    }

    /** Returns whether a connection of its own holds the lock, rather than the one that runs the steps. Default: true. */
    default boolean needsOwnConnection() {
        return true;
    }

    /** Returns the sessions that hold the lock, if the database shows them to this user. Default: none. */
    default List<SessionInfo> holders(Connection connection) {
        return List.of();
    }
}
