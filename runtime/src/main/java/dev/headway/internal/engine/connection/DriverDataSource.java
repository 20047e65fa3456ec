package dev.headway.internal.engine.connection;

import dev.headway.database.Databases;
import dev.headway.error.ConfigurationException;
import dev.headway.sql.SecretMask;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Connections that a driver makes from a URL, and exceptions without its secrets. The pool gets this instead of the URL, since it
 * would quote the URL, with its passwords, in its log and its exceptions.
 */
final class DriverDataSource implements DataSource {
    private final ConnectionSettings settings;

    DriverDataSource(ConnectionSettings settings) {
        this.settings = settings;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Properties properties = new Properties();
        Databases.ofUrl(settings.url()).ifPresent(type -> properties.putAll(type.connectionProperties()));
        return connect(properties);
    }

    /** Connects for a single query, which needs no properties of the database's package and so does not load it. */
    Connection connect() throws SQLException {
        return connect(new Properties());
    }

    private Connection connect(Properties properties) throws SQLException {
        if (settings.user() != null) {
            properties.setProperty("user", settings.user());
        }
        if (settings.password() != null) {
            properties.setProperty("password", settings.password());
        }
        Driver driver = driver();
        try {
            @Nullable Connection connection = driver.connect(settings.url(), properties);
            if (connection == null) {
                throw notAccepted();
            }
            return connection;
        } catch (SQLException e) {
            throw withoutSecrets(e);
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
        throw notAccepted();
    }

    private ConfigurationException notAccepted() {
        return new ConfigurationException("No JDBC driver on the class path accepts the headway.url '"
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

    /** Drivers quote the URL, and the values of its parameters. */
    private SQLException withoutSecrets(SQLException cause) {
        List<String> secrets = new ArrayList<>(Databases.secretsOfUrl(settings.url()));
        if (settings.password() != null) {
            secrets.add(settings.password());
        }
        if (!Databases.displayUrl(settings.url()).equals(settings.url())) {
            secrets.add(settings.url());
        }
        return SecretMask.of(secrets).mask(cause) instanceof SQLException masked ? masked : cause;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("The settings contain the user");
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter writer) {}

    /** The URL may contain a timeout. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("Headway logs through SLF4J");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("Wraps no " + type.getName());
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
