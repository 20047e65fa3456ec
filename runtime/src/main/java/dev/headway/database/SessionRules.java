package dev.headway.database;

import dev.headway.op.Operation;
import dev.headway.sql.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How Headway prepares sessions, moves them to a schema and restores them, and how it finds out about other sessions. Every
 * method has a default, so a database overrides only what it needs.
 *
 * @since 0.1
 */
public interface SessionRules {
    /** All defaults. */
    SessionRules STANDARD = new SessionRules() {};

    /** Prepares the session that runs the steps. Default: changes nothing. */
    default RunSession openRun(Connection connection) throws SQLException {
        return RunSession.NOTHING;
    }

    /**
     * Prepares the session for a step, before the transaction of the step begins. Default: changes nothing.
     *
     * @param operations the operations of the step; empty if they aren't known before the step runs
     */
    default StepSession openStep(Connection connection, List<Operation> operations) throws SQLException {
        return StepSession.NOTHING;
    }

    /**
     * Reads the settings of a session that a migration may change with SQL of its own, such as the current schema, the role and the
     * time zone. Headway restores them after each such step, and before the connection is returned. Default: none.
     */
    default SessionSettings settings(Connection connection) throws SQLException {
        return SessionSettings.NONE;
    }

    /**
     * Returns whether a statement of a migration leaves something in its session that {@link SessionSettings} can't find, such as
     * a temporary table. Headway ends such a connection after the run instead of returning it. Default: never.
     */
    default boolean leavesTraces(SqlText statement) {
        return false;
    }

    /**
     * Returns the schemas other than the current one in which the session would find a table by its unqualified name. Headway
     * warns if its own table exists there too. Default: none, because most databases search one schema.
     *
     * @param table a name in lower case that needs no quotes
     */
    default List<String> otherSchemasWith(Connection connection, String table) throws SQLException {
        return List.of();
    }

    /** Returns the sessions that hold locks on tables, the oldest first, to explain a lock conflict. Default: none. */
    default List<SessionInfo> lockingSessions(Connection connection) {
        return List.of();
    }

    /**
     * Returns what identifies the session of a connection on the server, such as the number of its process; null if the database
     * has nothing of that kind. Headway compares two connections, because some data sources return the same one twice. The query
     * must change nothing. Default: null.
     */
    default @Nullable String sessionId(Connection connection) throws SQLException {
        return null;
    }

    /**
     * Returns the schema in which a connection finds unqualified tables, for {@link #restoreSchema}. Default: {@link
     * Connection#getSchema}. A database that searches several schemas returns them all.
     */
    default String currentSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** Restores what {@link #currentSchema} returned. Default: {@link Connection#setSchema}. */
    default void restoreSchema(Connection connection, String schema) throws SQLException {
        connection.setSchema(schema);
    }

    /**
     * Moves a connection to a schema, given by its name as the database stores it. Headway calls {@link #requireSchema}
     * afterwards. Default: {@link Connection#setSchema}.
     *
     * @throws SQLException if the schema doesn't exist or this user may not use it
     * @throws dev.headway.error.UnsupportedFeatureException if the database has no schemas
     */
    default void enterSchema(Connection connection, String schema) throws SQLException {
        connection.setSchema(schema);
    }

    /**
     * Returns the schema in which the server finds unqualified tables; null if there is none. It must ask the server: a driver
     * may ignore {@link #enterSchema}, or a pooler may provide another connection, and then a migration would change another
     * schema. Default: {@link Connection#getSchema}.
     */
    default @Nullable String serverSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** Returns whether a connection works in a schema at all. Default: true. */
    default boolean hasSchema(Connection connection) throws SQLException {
        return true;
    }

    /**
     * Ensures that a connection works in a schema, given by its name as the database stores it. Default: compares it with {@link
     * #serverSchema}.
     *
     * @throws SQLException if the connection works in another schema
     */
    default void requireSchema(Connection connection, String schema) throws SQLException {
        String actual = serverSchema(connection);
        if (!schema.equals(actual)) {
            throw new SQLException("it works in " + (actual == null ? "no schema" : "'" + actual + "'"), "3F000");
        }
    }
}
