package dev.headway.dialect;

import dev.headway.ConfigurationException;
import dev.headway.op.Database;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The databases that Headway speaks to, by the product names that their drivers give. */
public final class Dialects {
    private static final Map<String, Function<Version, Dialect>> BY_PRODUCT = Map.of(
            "PostgreSQL", PostgresDialect::new,
            "MariaDB", version -> new MariaDbDialect(Database.MARIADB, version),
            "MySQL", version -> new MariaDbDialect(Database.MYSQL, version),
            "H2", version -> new H2Dialect(),
            "SQLite", SqliteDialect::new);

    private Dialects() {}

    /**
     * Returns the dialect of the database at the other end of {@code connection}.
     *
     * @throws ConfigurationException if Headway does not know it
     * @throws SQLException if the driver does not tell what it is
     */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        String product = product(metaData);
        Function<Version, Dialect> dialect = BY_PRODUCT.get(product);
        if (dialect == null) {
            throw new ConfigurationException("Headway has no dialect for '" + product + "'; it speaks to "
                    + String.join(", ", new TreeSet<>(BY_PRODUCT.keySet())) + ".");
        }
        return dialect.apply(new Version(metaData.getDatabaseMajorVersion(), metaData.getDatabaseMinorVersion()));
    }

    /** Asked by MySQL's driver, MariaDB answers as MySQL, and tells its name with its version. */
    private static String product(DatabaseMetaData metaData) throws SQLException {
        return metaData.getDatabaseProductVersion().contains("MariaDB") ? "MariaDB" : metaData.getDatabaseProductName();
    }

    /**
     * Returns the dialect of the newest version of a database, for what is written without one.
     *
     * @throws ConfigurationException if Headway does not know it
     */
    public static Dialect of(Database database) {
        return BY_PRODUCT.values().stream()
                .map(dialect -> dialect.apply(Version.LATEST))
                .filter(dialect -> dialect.database() == database)
                .findFirst()
                .orElseThrow(() -> new ConfigurationException("Headway has no dialect for " + database
                        + "; it speaks to " + String.join(", ", new TreeSet<>(BY_PRODUCT.keySet())) + "."));
    }
}
