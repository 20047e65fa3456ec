package dev.headway.internal.engine.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;

/** The settings of a connection that JDBC can change, apart from autocommit, the catalog and the schema. */
record ConnectionState(boolean readOnly, int isolation, int holdability, int networkTimeout) {
    /** Reads the settings of {@code connection}. */
    static ConnectionState of(Connection connection) throws SQLException {
        return new ConnectionState(
                connection.isReadOnly(),
                connection.getTransactionIsolation(),
                connection.getHoldability(),
                networkTimeout(connection));
    }

    private static int networkTimeout(Connection connection) throws SQLException {
        try {
            return connection.getNetworkTimeout();
        } catch (SQLFeatureNotSupportedException none) {
            return 0;
        }
    }

    /**
     * Sets those settings back that have changed. No transaction may be open.
     *
     * @throws SQLException if that is impossible
     */
    void restore(Connection connection) throws SQLException {
        if (connection.isReadOnly() != readOnly) {
            connection.setReadOnly(readOnly);
        }
        if (connection.getTransactionIsolation() != isolation) {
            connection.setTransactionIsolation(isolation);
        }
        if (connection.getHoldability() != holdability) {
            connection.setHoldability(holdability);
        }
        if (networkTimeout(connection) != networkTimeout) {
            connection.setNetworkTimeout(Runnable::run, networkTimeout);
        }
    }
}
