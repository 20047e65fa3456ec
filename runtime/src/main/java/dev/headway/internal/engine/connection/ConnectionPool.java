package dev.headway.internal.engine.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.headway.error.ConfigurationException;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections for a run. A class of its own, because the JVM's verifier loads the exceptions that a class catches, and a query
 * needs no pool.
 */
final class ConnectionPool {
    /** One connection holds the lock, one runs the steps. */
    private static final int SIZE = 2;

    private ConnectionPool() {}

    /**
     * Opens a pool that has its first connection, and connects the second one in the background.
     *
     * @throws SQLException if the database refuses the first connection
     */
    static HikariDataSource open(DataSource connections) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("headway");
        config.setDataSource(connections);
        config.setMaximumPoolSize(SIZE);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            } else if (e.getCause() instanceof ConfigurationException wrong) {
                throw wrong;
            }
            throw e;
        }
    }
}
