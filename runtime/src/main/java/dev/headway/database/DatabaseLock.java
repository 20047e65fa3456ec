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

    /**
     * Uses the connection that holds the lock, so that no server, pooler or firewall ends it because it is idle. Headway calls
     * this every second, on a thread of its own. It must not block a statement of a migration. Default: {@link
     * Connection#isValid}.
     *
     * @throws SQLException if the connection doesn't answer
     */
    default void keepAlive(Connection connection) throws SQLException {
        if (!connection.isValid(30)) {
            throw new SQLException("The connection does not answer");
        }
    }

    /**
     * Returns the clause that makes a query lock the rows that it reads, and fail if another transaction has locked them, such as
     * {@code FOR UPDATE NOWAIT} with a blank before it. Without one, Headway waits for such a transaction as long as the database
     * lets it. Default: empty.
     */
    default String rowLock() {
        return "";
    }

    /** Returns the sessions that hold the lock, for messages, if the database shows them to this user. Default: none. */
    default List<SessionInfo> holders(Connection connection) {
        return List.of();
    }
}
