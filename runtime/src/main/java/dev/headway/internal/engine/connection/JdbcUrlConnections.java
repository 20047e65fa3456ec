package dev.headway.internal.engine.connection;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.database.Databases;
import dev.headway.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Connections that the JDBC driver makes from a URL: a single one for a query, a small pool for a run. */
public final class JdbcUrlConnections implements ConnectionSource {
    private final ConnectionSettings settings;
    private final DriverDataSource driver;

    /** Connects as {@code settings} specify. */
    public JdbcUrlConnections(ConnectionSettings settings) {
        this.settings = settings;
        this.driver = new DriverDataSource(settings);
    }

    @Override
    public <T> T query(Query<T> query) throws SQLException {
        try (Connection connection = connect()) {
            if (settings.schema() != null) {
                new WorkingSchema(connection, settings.schema()).enter();
            }
            return query.run(connection);
        }
    }

    private Connection connect() {
        try {
            return driver.connect();
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    @Override
    public <T> T withSessions(Function<SessionFactory, T> work) {
        try (HikariDataSource pool = pool()) {
            ConnectionSource connections = settings.schema() == null
                    ? new DataSourceConnections(pool)
                    : new SchemaConnections(pool, settings.schema());
            return connections.withSessions(work);
        }
    }

    private HikariDataSource pool() {
        try {
            return ConnectionPool.open(driver);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private DatabaseAccessException refused(SQLException cause) {
        String user = settings.user() == null ? "" : " as user '" + settings.user() + "'";
        return new DatabaseAccessException(
                "Cannot connect to " + Databases.displayUrl(settings.url()) + user + ", so nothing was run", cause);
    }
}
