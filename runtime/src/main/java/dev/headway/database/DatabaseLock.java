package dev.headway.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * The lock that ensures that one process at a time runs migrations. The database must release it if the connection that holds
 * it ends, so that a killed process doesn't block others. {@link #tryAcquire} and {@link #release} must be implemented.
 *
 * <p>{@link TransactionLock} helps if the database can lock a row and skip locked rows.
 *
 * @since 0.1
 */
public interface DatabaseLock {

    /**
     * Tries to acquire the lock, without waiting. The connection is in auto-commit mode.
     *
     * @return whether this connection now holds the lock, until {@link #release} or until the connection ends
     */
    boolean tryAcquire(Connection connection) throws SQLException;

    /** Releases the lock that this connection holds. */
    void release(Connection connection) throws SQLException;

    /**
     * Returns whether the lock excludes all clients of the database, also those of other servers of a cluster. If not, Headway
     * uses a lease in a table instead. Default: true.
     */
    default boolean reachesAllServers(Connection connection) throws SQLException {
        return true;
    }

    /**
     * Returns whether the lock needs a connection of its own, beside the one that runs the steps. If not, the connection that
     * runs the steps holds it, and a commit must not release it. Default: true.
     */
    default boolean needsOwnConnection() {
        return true;
    }

    /** Returns the sessions that hold the lock, for messages, if the database shows them to this user. Default: none. */
    default List<SessionInfo> holders(Connection connection) {
        return List.of();
    }
}
