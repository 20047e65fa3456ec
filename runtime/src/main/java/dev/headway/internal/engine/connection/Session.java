package dev.headway.internal.engine.connection;

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
 * A connection in autocommit mode, except during a transaction that Headway begins. When the session is closed, the connection
 * is returned in its original mode.
 */
public final class Session implements AutoCloseable {
    private final Connection connection;
    private final Release release;
    private final boolean autocommit;
    private final HeadwayStatements statements;
    private final Runnable schemaCheck;
    private final @Nullable Handle applicationHandle;

    /**
     * By whether they were opened during a transaction: JDBI does not begin or end a transaction on a handle that was.
     */
    private final Map<Boolean, Handle> handles = new HashMap<>();

    /** Returns a connection to its owner. */
    @FunctionalInterface
    interface Release extends AutoCloseable {
        @Override
        void close() throws SQLException;
    }

    /** Creates a session on a connection. Closing the session calls {@code release}. */
    Session(Connection connection, Release release) throws SQLException {
        this(connection, release, () -> {});
    }

    /**
     * Creates a session on a connection that was moved to a schema.
     *
     * @param schemaCheck throws if the connection works in another schema
     */
    Session(Connection connection, Release release, Runnable schemaCheck) throws SQLException {
        this(connection, release, schemaCheck, null);
    }

    /** Creates a session on a handle of the application's JDBI. Migrations get this handle. */
    public Session(Handle handle) throws SQLException {
        this(handle.getConnection(), handle::close, () -> {}, handle);
    }

    private Session(Connection connection, Release release, Runnable schemaCheck, @Nullable Handle applicationHandle)
            throws SQLException {
        this.connection = connection;
        this.applicationHandle = applicationHandle;
        this.release = release;
        this.schemaCheck = schemaCheck;
        this.statements = new HeadwayStatements(connection);
        try {
            this.autocommit = connection.getAutoCommit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            release.close();
            throw e;
        }
    }

    /**
     * Opens the first session of a run.
     *
     * @throws DatabaseAccessException if no connection is available
     */
    public static Session open(SessionFactory sessions) {
        return open(sessions, "Cannot get a connection, so nothing was run");
    }

    /**
     * Opens a second session beside the first one.
     *
     * @throws DatabaseAccessException if no connection is available
     */
    public static Session openSecond(SessionFactory sessions) {
        return open(
                sessions,
                "Cannot get a second connection, so nothing was run. One connection holds the lock while another one"
                        + " runs the steps, so a pool must provide two");
    }

    private static Session open(SessionFactory sessions, String refusal) {
        try {
            return sessions.open();
        } catch (SQLException e) {
            throw new DatabaseAccessException(refusal, e);
        }
    }

    /**
     * Ensures that the session works in the configured schema.
     *
     * @throws dev.headway.error.ConfigurationException if it works in another one
     */
    public void requireSchema() {
        schemaCheck.run();
    }

    /** Returns the connection. */
    public Connection connection() {
        return connection;
    }

    /** Returns Headway's own statements on this connection. */
    public HeadwayStatements statements() {
        return statements;
    }

    /** Returns a JDBI handle on the connection. This loads JDBI, which takes longer than most migrations. */
    public Handle handle() {
        return applicationHandle != null
                ? applicationHandle
                : handles.computeIfAbsent(
                        isInTransaction(), now -> Jdbi.create(connection).open());
    }

    /** Begins a transaction. */
    public void begin() {
        try {
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot begin a transaction", e);
        }
    }

    /** Commits the transaction. */
    public void commit() {
        try {
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot commit", e);
        }
    }

    /** Rolls back the transaction. */
    public void rollback() {
        try {
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot roll back", e);
        }
    }

    /** Returns whether a transaction is open. */
    public boolean isInTransaction() {
        try {
            return !connection.getAutoCommit();
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot read the state of the transaction", e);
        }
    }

    /** Runs {@code work} in the open transaction, or in a new one if none is open, and returns its result. */
    public <T> T inTransaction(Supplier<T> work) {
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

    /** Rolls back an open transaction. */
    @Override
    @SuppressWarnings("try") // closing the resource returns the connection
    public void close() throws SQLException {
        try (Release last = release) {
            statements.close();
            if (isInTransaction()) {
                rollback();
            }
            for (Handle handle : handles.values()) { // a method reference would load JDBI
                handle.close();
            }
            connection.setAutoCommit(autocommit);
        }
    }
}
