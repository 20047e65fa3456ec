package dev.headway.internal.engine;

import dev.headway.database.Databases;
import dev.headway.database.SessionRules;
import dev.headway.error.ConfigurationException;
import dev.headway.error.UnsupportedFeatureException;
import java.sql.Connection;
import java.sql.SQLException;

/** The schema that a connection works in. */
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

    /** Returns what {@link #leaveTo} takes to go back to where the connection works now. */
    String place() throws SQLException {
        return sessions.currentSchema(connection);
    }

    void leaveTo(String place) throws SQLException {
        sessions.restoreSchema(connection, place);
    }

    /**
     * Works in a schema from now on.
     *
     * @param schema its name, as the database stores it
     * @throws ConfigurationException if it does not exist, or this user may not use it
     */
    void enter(String schema) {
        try {
            sessions.enterSchema(connection, schema);
        } catch (UnsupportedFeatureException none) {
            throw new ConfigurationException(String.valueOf(none.getMessage()));
        } catch (SQLException e) {
            throw new ConfigurationException("The schema '" + schema + "' is not there, or this user may not use it: "
                    + e.getMessage()
                    + ". Nothing was run. Create it, grant its use, or mend headway.schema, which is the name as the database"
                    + " spells it.");
        }
    }
}
