package dev.headway.internal.engine;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.headway.database.Databases;
import java.sql.SQLException;

/**
 * Connections for the time of a run. A class of its own, since the verifier loads what a class catches, and a question needs no
 * pool.
 */
final class Pool {
    /** One connection holds the lock, one runs the steps. */
    private static final int SIZE = 2;

    private Pool() {}

    /**
     * Makes one that has its first connection, and makes the second meanwhile.
     *
     * @throws SQLException if the database refuses the first, in its own words
     */
    static HikariDataSource of(Settings settings) throws SQLException {
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
