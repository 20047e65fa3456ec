package dev.headway.internal.engine.connection;

import dev.headway.database.Databases;
import dev.headway.database.SessionRules;
import dev.headway.error.ConfigurationException;
import dev.headway.error.UnsupportedFeatureException;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The schema that a connection was moved to, and the one that it must return to. */
final class WorkingSchema {
    private final Connection connection;
    private final String schema;
    private @Nullable SessionRules rules;
    private @Nullable String before;

    /** Moves {@code connection} to {@code schema} when {@link #enter} is called; the name is as the database stores it. */
    WorkingSchema(Connection connection, String schema) {
        this.connection = connection;
        this.schema = schema;
    }

    private SessionRules rules() throws SQLException {
        SessionRules known = rules;
        if (known == null) {
            known = Databases.detect(connection).type().sessions();
            rules = known;
        }
        return known;
    }

    /**
     * Changes the current schema.
     *
     * @throws ConfigurationException if it does not exist, this user may not use it, or the server still uses another one
     */
    void enter() throws SQLException {
        before = rules().currentSchema(connection);
        try {
            rules().enterSchema(connection, schema);
        } catch (UnsupportedFeatureException none) {
            throw new ConfigurationException(String.valueOf(none.getMessage()));
        } catch (SQLException e) {
            if (isLost(e)) {
                throw e;
            }
            throw new ConfigurationException("The schema '" + schema + "' does not exist, or this user may not use it: "
                    + e.getMessage()
                    + ". Nothing was run. Create the schema, grant its use, or fix headway.schema, which must be the name as"
                    + " the database stores it.");
        }
        require();
    }

    /**
     * Ensures that the server uses the schema.
     *
     * @throws ConfigurationException if it uses another one
     */
    void require() throws SQLException {
        try {
            rules().requireSchema(connection, schema);
        } catch (SQLException e) {
            if (isLost(e)) {
                throw e;
            }
            throw new ConfigurationException("The connection does not work in the schema '" + schema + "': "
                    + e.getMessage()
                    + ". Nothing was run. Check whether the URL has an option that makes the driver ignore"
                    + " a change of the schema, and whether a pooler assigns connections per transaction: then connect to"
                    + " the schema with a URL or user of its own.");
        }
    }

    /** SQL states of class 08: the connection failed, so nothing is known of the schema. */
    private static boolean isLost(SQLException e) {
        return String.valueOf(e.getSQLState()).startsWith("08");
    }

    /**
     * Restores the schema that was current before {@link #enter}.
     *
     * @throws SQLException if that is impossible
     */
    void leave() throws SQLException {
        if (before != null) {
            rules().restoreSchema(connection, before);
        }
    }
}
