package dev.headway.database;

import dev.headway.error.ConfigurationException;
import dev.headway.internal.database.h2.H2Database;
import dev.headway.internal.database.mariadb.MariaDbDatabase;
import dev.headway.internal.database.mysql.MySqlDatabase;
import dev.headway.internal.database.postgresql.PostgresDatabase;
import dev.headway.internal.database.sqlite.SqliteDatabase;
import dev.headway.op.Database;
import dev.headway.sql.SecretLiterals;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The databases that Headway supports: first those of other jars, which {@link ServiceLoader} finds, then the built-in ones.
 * The built-in databases are listed in code, so they don't depend on service files, which fat jars lose.
 *
 * @since 0.1
 */
public final class Databases {
    private static final List<DatabaseType> BUILT_IN = List.of(
            new PostgresDatabase(), new MariaDbDatabase(), new MySqlDatabase(), new H2Database(), new SqliteDatabase());

    private Databases() {}

    /**
     * Returns all supported databases, in the order in which Headway asks them whether they match a connection.
     *
     * @throws ConfigurationException if a database of another jar can't be loaded, or has the name of another database
     */
    public static List<DatabaseType> all() {
        List<DatabaseType> all = new ArrayList<>(ProvidedDatabases.find());
        all.addAll(BUILT_IN);
        for (int i = 1; i < all.size(); i++) {
            refuseDuplicate(all.get(i), all.subList(0, i));
        }
        return List.copyOf(all);
    }

    private static void refuseDuplicate(DatabaseType type, List<DatabaseType> earlier) {
        for (DatabaseType other : earlier) {
            if (other.database().equals(type.database())) {
                throw new ConfigurationException(
                        "Two databases are named " + type.database() + ": "
                                + other.getClass().getName() + " and "
                                + type.getClass().getName()
                                + ". Remove one of their jars from the class path, or give one another name. No connection was opened.");
            }
        }
    }

    /**
     * Returns the database that a connection leads to.
     *
     * @throws ConfigurationException if Headway doesn't support it
     * @throws SQLException if the driver fails to describe it
     */
    public static DetectedDatabase detect(Connection connection) throws SQLException {
        DatabaseMetaData metaData = connection.getMetaData();
        for (DatabaseType type : all()) {
            if (type.matches(connection)) {
                Version version = new Version(metaData.getDatabaseMajorVersion(), metaData.getDatabaseMinorVersion());
                return new DetectedDatabase(type, version.withPatchOf(metaData.getDatabaseProductVersion()));
            }
        }
        throw unsupported("'" + metaData.getDatabaseProductName() + "'");
    }

    /**
     * Returns the type of a database.
     *
     * @throws ConfigurationException if Headway doesn't support it
     */
    public static DatabaseType of(Database database) {
        for (DatabaseType type : all()) {
            if (type.database().equals(database)) {
                return type;
            }
        }
        throw unsupported(database.toString());
    }

    /** Returns the type of the database that a JDBC URL belongs to, if Headway supports it. */
    public static Optional<DatabaseType> ofUrl(String url) {
        return all().stream()
                .filter(type -> type.urlPrefixes().stream().anyMatch(url::startsWith))
                .findFirst();
    }

    /** Returns a URL without its parameters and credentials, for messages. */
    public static String displayUrl(String url) {
        Function<DatabaseType, String> display = type -> type.displayUrl(url);
        return ofUrl(url).map(display).orElseGet(() -> JdbcUrl.displayUnknown(url));
    }

    /** Returns the secrets that a JDBC URL contains in its parameters or before an {@code @}. */
    public static List<String> secretsOfUrl(String url) {
        return SecretLiterals.ofUrl(url);
    }

    private static ConfigurationException unsupported(String database) {
        return new ConfigurationException("Headway does not support " + database + ". It supports " + names()
                + ". If a jar of its own adds the database, META-INF/services/dev.headway.database.DatabaseType must list"
                + " its class; a build that packs several jars into one must merge these files.");
    }

    private static String names() {
        return all().stream().map(type -> type.database().name()).sorted().collect(Collectors.joining(", "));
    }
}
