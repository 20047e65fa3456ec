package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * A handle whose statements are committed one by one unless a transaction is begun, however the application configured its
 * connections; the connection is given back as it was.
 */
final class Session implements AutoCloseable {
    private final Handle handle;
    private final boolean autocommit;

    private Session(Handle handle, boolean autocommit) {
        this.handle = handle;
        this.autocommit = autocommit;
    }

    static Session open(Jdbi jdbi) throws SQLException {
        Handle handle = jdbi.open();
        try {
            Connection connection = handle.getConnection();
            boolean autocommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
            return new Session(handle, autocommit);
        } catch (SQLException e) {
            handle.close();
            throw e;
        }
    }

    /**
     * Opens one beside the first.
     *
     * @throws DatabaseAccessException if there is no connection for it
     */
    static Session openSecond(Jdbi jdbi) throws SQLException {
        try {
            return open(jdbi);
        } catch (ConnectionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseAccessException(
                        "Cannot get a second connection, so nothing was run; one holds the lock while another runs the"
                                + " steps, and a pool must have both",
                        refused);
            }
            throw e;
        }
    }

    Handle handle() {
        return handle;
    }

    /** Rolls back what is open. */
    @Override
    public void close() throws SQLException {
        try (handle) {
            if (handle.isInTransaction()) {
                Transactions.rollback(handle);
            }
            handle.getConnection().setAutoCommit(autocommit);
        }
    }
}
