package dev.headway.internal.engine.connection;

import dev.headway.database.Databases;
import dev.headway.database.SessionRules;
import dev.headway.error.ConfigurationException;
import dev.headway.error.UnsupportedFeatureException;
import java.sql.Connection;
import java.sql.SQLException;

/** The schema in which a connection resolves unqualified names. */
final class CurrentSchema {
    private final Connection connection;
    private final SessionRules sessions;

    private CurrentSchema(Connection connection) throws SQLException {
        this.connection = connection;
        this.sessions = Databases.detect(connection).type().sessions();
    }

    static CurrentSchema of(Connection connection) throws SQLException {
        return new CurrentSchema(connection);
    }

    /** Returns what {@link #restore} needs to return to the schema that is current now. */
    String searchPath() throws SQLException {
        return sessions.currentSchema(connection);
    }

    void restore(String searchPath) throws SQLException {
        sessions.restoreSchema(connection, searchPath);
    }

    /**
     * Changes the current schema.
     *
     * @param schema its name, as the database stores it
     * @throws ConfigurationException if it does not exist, this user may not use it, or the server still uses another one
     */
    void enter(String schema) {
        try {
            sessions.enterSchema(connection, schema);
        } catch (UnsupportedFeatureException none) {
            throw new ConfigurationException(String.valueOf(none.getMessage()));
        } catch (SQLException e) {
            throw new ConfigurationException("The schema '" + schema + "' does not exist, or this user may not use it: "
                    + e.getMessage()
                    + ". Nothing was run. Create the schema, grant its use, or fix headway.schema, which must be the name as"
                    + " the database stores it.");
        }
        require(schema);
    }

    /**
     * Ensures that the server uses a schema.
     *
     * @throws ConfigurationException if it uses another one
     */
    void require(String schema) {
        try {
            sessions.requireSchema(connection, schema);
        } catch (SQLException e) {
            throw new ConfigurationException("The connection does not work in the schema '" + schema + "': "
                    + e.getMessage()
                    + ". Nothing was run. Check whether the URL has an option that makes the driver ignore"
                    + " a change of the schema, and whether a pooler assigns connections per transaction: then connect to"
                    + " the schema with a URL or user of its own.");
        }
    }
}
