package dev.headway.internal.engine.connection;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.headway.database.Databases;
import java.sql.SQLException;

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
    static HikariDataSource open(ConnectionSettings settings) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("headway");
        config.setJdbcUrl(settings.url());
        config.setUsername(settings.user());
        config.setPassword(settings.password());
        Databases.ofUrl(settings.url())
                .ifPresent(type -> type.connectionProperties().forEach(config::addDataSourceProperty));
        config.setMaximumPoolSize(SIZE);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw e;
        }
    }
}
