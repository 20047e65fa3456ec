package dev.headway.internal.engine.connection;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.database.Databases;
import dev.headway.database.SecretMask;
import dev.headway.error.ConfigurationException;
import dev.headway.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Connections that the JDBC driver makes from a URL: a single one for a query, a small pool for a run. */
public final class JdbcUrlConnections implements ConnectionSource {
    private final ConnectionSettings settings;

    /** Connects as {@code settings} specify. */
    public JdbcUrlConnections(ConnectionSettings settings) {
        this.settings = settings;
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
        Properties properties = new Properties();
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", settings.password());
        }
        Driver driver = driver();
        try {
            return driver.connect(settings.url(), properties);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private Driver driver() {
        try {
            return DriverManager.getDriver(settings.url());
        } catch (SQLException none) {
            return driverOfThisThread();
        }
    }

    /**
     * Searches the drivers that the thread's class loader finds. {@link DriverManager} searches for drivers only once in a
     * process, with the class loader of that moment, which is another one in a build tool or an application server. Loading a
     * driver registers it with {@link DriverManager}, so the pool finds it too.
     */
    private Driver driverOfThisThread() {
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            if (accepts(driver)) {
                return driver;
            }
        }
        throw new ConfigurationException("No JDBC driver on the class path accepts the headway.url '"
                + Databases.displayUrl(settings.url())
                + "'. Add the driver of that database to the class path, or fix the URL.");
    }

    private boolean accepts(Driver driver) {
        try {
            return driver.acceptsURL(settings.url());
        } catch (SQLException e) {
            return false;
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
            return ConnectionPool.open(settings);
        } catch (SQLException e) {
            throw refused(e);
        }
    }

    private DatabaseAccessException refused(SQLException cause) {
        String user = settings.user() == null ? "" : " as user '" + settings.user() + "'";
        return new DatabaseAccessException(
                "Cannot connect to " + Databases.displayUrl(settings.url()) + user + ", so nothing was run",
                withoutSecrets(cause));
    }

    /** Drivers quote the URL, and the values of its parameters. */
    private SQLException withoutSecrets(SQLException cause) {
        String shown = Databases.displayUrl(settings.url());
        List<String> secrets = new ArrayList<>(Databases.secretsOfUrl(settings.url()));
        if (settings.password() != null) {
            secrets.add(settings.password());
        }
        if (!shown.equals(settings.url())) {
            secrets.add(settings.url());
        }
        return SecretMask.of(secrets).mask(cause) instanceof SQLException masked ? masked : cause;
    }
}
