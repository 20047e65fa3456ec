package dev.headway.database;

import dev.headway.op.Operation;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What the sessions of a database need, and what can be learned about other sessions. */
public interface SessionRules {

    /** Prepares a connection for a run. Default: nothing. */
    default RunSession openRun(Connection connection) throws SQLException {
        return RunSession.NOTHING;
    }

    /**
     * Prepares a connection for a step, before the transaction of the step begins. Default: nothing.
     *
     * @param operations what the step does; empty if that is not known before it runs
     */
    default StepSession openStep(Connection connection, List<Operation> operations) throws SQLException {
        return StepSession.NOTHING;
    }

    /** Returns the sessions that hold locks on tables, the oldest first. Default: none. */
    default List<SessionInfo> lockingSessions(Connection connection) {
        return List.of();
    }

    /** Returns where a connection finds tables, in the form that {@link #restoreSchema} takes. Default: its schema. */
    default String currentSchema(Connection connection) throws SQLException {
        return connection.getSchema();
    }

    /** Restores what {@link #currentSchema} returned. */
    default void restoreSchema(Connection connection, String schema) throws SQLException {
        connection.setSchema(schema);
    }

    /**
     * Makes a connection work in a schema, given by its name as the database stores it. Must fail if the connection then
     * works elsewhere, since migrations would change another schema.
     *
     * @throws SQLException if the schema does not exist, or this user may not use it
     * @throws dev.headway.error.UnsupportedFeatureException if the database has no schemas
     */
    default void enterSchema(Connection connection, String schema) throws SQLException {
        connection.setSchema(schema);
        if (!schema.equals(connection.getSchema())) {
            throw new SQLException("The connection works in '" + connection.getSchema() + "' instead", "3F000");
        }
    }
}
