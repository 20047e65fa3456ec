package dev.headway.internal.engine;

import dev.headway.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements are committed one by one unless a transaction is begun, however the application configured
 * it; it is given back as it was.
 */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Return end;
    private final boolean autocommit;
    private final OwnStatements own;
    private final @Nullable Handle given;

    /** By whether they were made in a transaction: JDBI has a handle that was so begin and end none. */
    private final Map<Boolean, Handle> made = new HashMap<>();

    /** Gives a connection back. */
    @FunctionalInterface
    interface Return extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** Makes a session of a connection that {@code end} gives back. */
    Session(Connection connection, Return end) throws SQLException {
        this(connection, end, null);
    }

    /** Makes a session of a handle of the application's, which migrations are given. */
    Session(Handle handle) throws SQLException {
        this(handle.getConnection(), handle::close, handle);
    }

    private Session(Connection connection, Return end, @Nullable Handle given) throws SQLException {
        this.connection = connection;
        this.given = given;
        this.end = end;
        this.own = new OwnStatements(connection);
        try {
            this.autocommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            end.close();
            throw e;
        }
    }

    /**
     * Opens the first one.
     *
     * @throws DatabaseAccessException if there is no connection for it
     */
    static Session open(Connector connector) {
        return open(connector, "Cannot get a connection, so nothing was run");
    }

    /**
     * Opens one beside the first.
     *
     * @throws DatabaseAccessException if there is no connection for it
     */
    static Session openSecond(Connector connector) {
        return open(
                connector,
                "Cannot get a second connection, so nothing was run; one holds the lock while another runs the"
                        + " steps, and a pool must have both");
    }

    private static Session open(Connector connector, String refusal) {
        try {
            return connector.connect();
        } catch (SQLException e) {
            throw new DatabaseAccessException(refusal, e);
        }
    }

    Connection connection() {
        return connection;
    }

    /** Returns the statements by which Headway keeps its books. */
    OwnStatements own() {
        return own;
    }

    /** Returns JDBI's handle of the connection. JDBI is loaded for it, which takes longer than many a migration. */
    Handle handle() {
        return given != null
                ? given
                : made.computeIfAbsent(
                        isInTransaction(), now -> Jdbi.create(connection).open());
    }

    void begin() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot begin a transaction", e);
        }
    }

    void commit() {
        try {
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot commit", e);
        }
    }

    void rollback() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot roll back", e);
        }
    }

    boolean isInTransaction() {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw new DatabaseAccessException("Headway's own bookkeeping failed", e);
        }
    }

    /** Returns what {@code work} does in one transaction: that which is open, or else one of its own. */
    <T> T inTransaction(Supplier<T> work) {
        if (isInTransaction()) {
            return work.get();
        }
        begin();
        try {
            T result = work.get();
            commit();
            return result;
        } catch (RuntimeException | Error e) {
            rollbackAfter(e);
            throw e;
        }
    }

    private void rollbackAfter(Throwable failure) {
        try {
            if (isInTransaction()) {
                rollback();
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Rolls back what is open. */
    @Override
    @SuppressWarnings("try") // the connection is given back
    public void close() throws SQLException {
        try (Return last = end) {
            own.close();
            if (isInTransaction()) {
                rollback();
            }
            for (Handle handle : made.values()) { // a method reference would load JDBI
                handle.close();
            }
            connection.setAutoCommit(autocommit);
        }
    }
}
