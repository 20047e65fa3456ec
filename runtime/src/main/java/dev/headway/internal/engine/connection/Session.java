package dev.headway.internal.engine.connection;

import dev.headway.database.DatabaseType;
import dev.headway.database.Databases;
import dev.headway.database.SessionRules;
import dev.headway.database.SessionSettings;
import dev.headway.error.ConfigurationException;
import dev.headway.error.DatabaseAccessException;
import dev.headway.internal.engine.connection.ReturnedConnection.Action;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * A connection in autocommit mode, except during a transaction that Headway begins. When the session is closed, the connection
 * is returned in its original mode and schema.
 */
public final class Session implements AutoCloseable {
    private static final int SECONDS_TO_ANSWER = 5;

    /** How many dead connections of a pool are ended in search of one that works. */
    private static final int DEAD_CONNECTIONS = 20;

    private final Connection connection;
    private final ReturnedConnection returned;
    private final boolean autocommit;
    private @Nullable SessionSettings settings;
    private boolean settingsMayDiffer;
    private final HeadwayStatements statements;
    private final @Nullable WorkingSchema schema;
    private final @Nullable Handle applicationHandle;
    private @Nullable ConnectionState state;

    /**
     * By whether they were opened during a transaction: JDBI does not begin or end a transaction on a handle that was.
     */
    private final Map<Boolean, Handle> handles = new HashMap<>();

    /**
     * Creates a session that changes nothing of the connection before it is prepared.
     *
     * @param release returns the connection to its owner, also if the session cannot be created
     * @param schema the schema to move the connection to; null to stay in its own
     * @param applicationHandle the handle that migrations get; null to create one
     */
    Session(Connection connection, Action release, @Nullable WorkingSchema schema, @Nullable Handle applicationHandle)
            throws SQLException {
        this.connection = connection;
        this.returned = new ReturnedConnection(connection, release);
        this.schema = schema;
        this.applicationHandle = applicationHandle;
        this.statements = new HeadwayStatements(connection);
        try {
            this.autocommit = connection.getAutoCommit();
        } catch (SQLException e) {
            returned.close();
            throw e;
        }
    }

    /** Creates a session on a handle of the application's JDBI. Migrations get this handle. */
    public Session(Handle handle) throws SQLException {
        this(handle.getConnection(), handle::close, null, handle);
    }

    /**
     * Opens the first session of a run.
     *
     * @throws DatabaseAccessException if no connection is available
     * @throws ConfigurationException if the connection takes part in a transaction of the caller, or cannot be used
     */
    public static Session openFirst(SessionFactory sessions) throws SQLException {
        Session first = connect(sessions, "Cannot get a connection, so nothing was run");
        try {
            if (!first.autocommit) { // from a pool without autocommit, or in the middle of a transaction
                requireOwn(first, sessions);
            }
            first.prepare();
            return first;
        } catch (SQLException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private static void requireOwn(Session first, SessionFactory sessions) throws SQLException {
        DatabaseType database = Databases.detect(first.connection).type();
        try (Session other = connectSecond(sessions)) {
            first.requireOther(other, database.sessions());
        } catch (DatabaseAccessException e) { // a pool of one connection returns it to nobody else meanwhile
            if (database.lock().needsOwnConnection()) {
                throw e;
            }
        }
    }

    /**
     * Opens a session beside the first one.
     *
     * @throws DatabaseAccessException if no connection is available
     * @throws ConfigurationException if the connection cannot be used
     */
    public static Session openSecond(SessionFactory sessions) throws SQLException {
        Session second = connectSecond(sessions);
        try {
            second.prepare();
            return second;
        } catch (SQLException | RuntimeException e) {
            second.close();
            throw e;
        }
    }

    /**
     * Returns this session if its connection works, or another one. A pool may have several connections that the server has
     * closed.
     */
    public Session orAnother(SessionFactory sessions) throws SQLException {
        Session session = this;
        for (int i = 0; i < DEAD_CONNECTIONS && !session.connection.isValid(SECONDS_TO_ANSWER); i++) {
            session.end();
            session.close();
            session = openSecond(sessions);
        }
        return session;
    }

    private static Session connectSecond(SessionFactory sessions) {
        return connect(
                sessions,
                "Cannot get a second connection, so nothing was run. One connection holds the lock while another one"
                        + " runs the steps, so a pool must provide two");
    }

    private static Session connect(SessionFactory sessions, String refusal) {
        try {
            return sessions.open();
        } catch (SQLException e) {
            throw new DatabaseAccessException(refusal, e);
        }
    }

    /**
     * Ensures that another session has a connection of its own. Changes nothing, because what another user of the same connection
     * has not committed must survive. If a pooler assigns connections per transaction, this session must have a transaction open.
     *
     * @param rules identify the sessions of the database
     * @throws ConfigurationException if both have the same connection
     */
    public void requireOther(Session other, SessionRules rules) throws SQLException {
        String id = rules.sessionId(connection);
        boolean same = id == null
                ? physical(connection) == physical(other.connection)
                : id.equals(rules.sessionId(other.connection));
        if (same) {
            throw new ConfigurationException(
                    "The data source returns the same connection each time, so Headway cannot hold its lock on one"
                            + " connection while it runs the steps on another. Nothing was run, and a transaction that is open on"
                            + " that connection was not changed. Give Headway a data source whose connections are its own: the pool"
                            + " that a proxy for transactions wraps, or a pool instead of a single connection.");
        }
    }

    private static Connection physical(Connection connection) {
        try {
            return connection.unwrap(Connection.class);
        } catch (SQLException e) {
            return connection;
        }
    }

    private void prepare() throws SQLException {
        returned.restoreWith(() -> connection.setAutoCommit(autocommit));
        if (schema != null) {
            returned.restoreWith(schema::leave);
        }
        returned.restoreWith(this::restoreState); // the settings have been read in that schema
        returned.restoreWith(this::endTransaction);
        if (schema != null) {
            schema.enter();
        }
        try {
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw new ConfigurationException("The connection refuses to switch autocommit on: " + e.getMessage()
                    + ". Nothing was run. Headway begins and ends its transactions itself, so give it a data source that no"
                    + " container or transaction manager controls, such as a non-JTA data source.");
        }
    }

    /**
     * Ensures that the session works in the configured schema.
     *
     * @throws ConfigurationException if it works in another one
     */
    public void requireSchema() throws SQLException {
        if (schema != null) {
            schema.require();
        }
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

    /** Reads the settings that a migration can change with a handle, so that the connection is returned with them. */
    public void keepState() {
        if (state == null) {
            try {
                state = ConnectionState.of(connection);
            } catch (SQLException e) {
                throw new DatabaseAccessException("Cannot read the settings of the connection", e);
            }
        }
    }

    private void restoreState() throws SQLException {
        if (!settingsMayDiffer) {
            return;
        }
        boolean complete = connection.getAutoCommit();
        if (settings != null) {
            settings.restore(connection);
            if (complete) {
                settings.dropLeftovers(connection);
            }
        }
        if (complete && state != null) {
            state.restore(connection);
        }
        settingsMayDiffer = !complete;
    }

    /**
     * Keeps the settings that {@code rules} read, because what runs next may change them, for {@link #restoreSettings} and for when
     * the connection is returned.
     */
    public void keepSettings(SessionRules rules) {
        settingsMayDiffer = true;
        if (settings == null) {
            try {
                settings = rules.settings(connection);
            } catch (SQLException e) {
                throw new DatabaseAccessException("Cannot read the settings of the session", e);
            }
        }
    }

    /** Sets the settings back that a migration may have changed. During a transaction, some may have to wait for its end. */
    public void restoreSettings() {
        try {
            restoreState();
        } catch (SQLException e) {
            throw cannotRestore(e);
        }
    }

    /** Runs {@code work} with the settings that were kept, and then sets those of the migration again. */
    public void runWithKeptSettings(SessionRules rules, Runnable work) {
        if (settings == null) {
            work.run();
            return;
        }
        try {
            SessionSettings ofMigration = rules.settings(connection);
            settings.restore(connection);
            work.run();
            ofMigration.restore(connection);
        } catch (SQLException e) {
            throw cannotRestore(e);
        }
    }

    private DatabaseAccessException cannotRestore(SQLException cause) {
        end();
        return new DatabaseAccessException(
                "Cannot restore the settings of the session that the migration changed, so its connection is closed",
                cause);
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

    /** Commits the transaction, and begins another one. To switch autocommit on and off between them costs two round trips. */
    public void commitAndBegin() {
        try {
            connection.commit();
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

    /** Marks a place in the open transaction. */
    public Savepoint setSavepoint() {
        try {
            return connection.setSavepoint();
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot set a savepoint", e);
        }
    }

    /** Removes a mark; returns false if the transaction that had it has ended. */
    public boolean release(Savepoint savepoint) {
        try {
            connection.releaseSavepoint(savepoint);
            return true;
        } catch (SQLException e) {
            return false;
        }
    }

    /** Rolls back to a mark; returns false if the transaction that had it has ended. */
    public boolean rollbackTo(Savepoint savepoint) {
        try {
            connection.rollback(savepoint);
            return true;
        } catch (SQLException e) {
            return false;
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

    /** Rolls back the transaction, if one is open. */
    public void rollbackIfOpen() {
        if (isInTransaction()) {
            rollback();
        }
    }

    private void rollbackAfter(Throwable failure) {
        try {
            rollbackIfOpen();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** Makes {@link #close} end the connection instead of returning it. */
    public void end() {
        returned.endInsteadOfReturning();
    }

    /** Rolls back an open transaction, and returns the connection. If it cannot be restored, it is ended instead. */
    @Override
    public void close() {
        statements.close();
        returned.close();
    }

    private void endTransaction() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback();
            connection.setAutoCommit(true);
        }
        for (Handle handle : handles.values()) { // a method reference would load JDBI
            handle.close();
        }
    }
}
