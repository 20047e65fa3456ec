package dev.headway.internal.engine;

import com.zaxxer.hikari.HikariDataSource;
import dev.headway.database.Databases;
import dev.headway.error.ConfigurationException;
import dev.headway.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Connections made from settings: one of the driver's for a question, a small pool for the time of the work. */
public final class ConfiguredConnections implements ConnectionSource {
    private final Settings settings;

    /** Makes connections as {@code settings} say. */
    public ConfiguredConnections(Settings settings) {
        this.settings = settings;
    }

    @Override
    public <T> T ask(Question<T> question) throws SQLException {
        try (Connection connection = connect()) {
            if (settings.schema() != null) {
                CurrentSchema.of(connection).enter(settings.schema());
            }
            return question.ask(connection);
        }
    }

    private Connection connect() {
        Properties properties = new Properties();
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        Databases.ofUrl(settings.url()).ifPresent(type -> properties.putAll(type.connectionProperties()));
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
     * Looks among the drivers that the thread's class loader sees, for {@link DriverManager} looks for drivers once in the
     * life of a process, with the class loader of that moment: in a build tool or an application server that was another.
     * Loading a driver makes it known to {@link DriverManager}, so that a pool finds it from now on.
     */
    private Driver driverOfThisThread() {
        for (Driver driver : ServiceLoader.load(Driver.class)) {
            if (takes(driver)) {
                return driver;
            }
        }
        throw new ConfigurationException("No JDBC driver on the class path takes the headway.url '"
                + Databases.displayUrl(settings.url())
                + "'. Add the driver of that database to the class path, or mend"
                + " the URL.");
    }

    private boolean takes(Driver driver) {
        try {
            return driver.acceptsURL(settings.url());
        } catch (SQLException e) {
            return false;
        }
    }

    @Override
    public <T> T work(Function<Connector, T> work) {
        try (HikariDataSource pool = pool()) {
            ConnectionSource connections = settings.schema() == null
                    ? new DataSourceConnections(pool)
                    : new SchemaConnections(pool, settings.schema());
            return connections.work(work);
        }
    }

    private HikariDataSource pool() {
        try {
            return Pool.of(settings);
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
