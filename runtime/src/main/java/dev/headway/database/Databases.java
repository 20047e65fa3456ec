package dev.headway.database;

import dev.headway.error.ConfigurationException;
import dev.headway.internal.database.h2.H2Database;
import dev.headway.internal.database.mariadb.MariaDbDatabase;
import dev.headway.internal.database.mysql.MySqlDatabase;
import dev.headway.internal.database.postgresql.PostgresDatabase;
import dev.headway.internal.database.sqlite.SqliteDatabase;
import dev.headway.op.Database;
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
 * The databases that Headway supports: those on the class path, found through {@link ServiceLoader}, then the built-in ones,
 * which are listed here so that they depend on no service file.
 */
public final class Databases {
    private static final List<DatabaseType> BUILT_IN = List.of(
            new PostgresDatabase(), new MariaDbDatabase(), new MySqlDatabase(), new H2Database(), new SqliteDatabase());

    private Databases() {}

    /** Returns all supported databases. */
    public static List<DatabaseType> all() {
        List<DatabaseType> all = new ArrayList<>();
        for (DatabaseType type : ServiceLoader.load(DatabaseType.class)) {
            all.add(type);
        }
        all.addAll(BUILT_IN);
        return all;
    }

    /**
     * Returns the database at the other end of {@code connection}.
     *
     * @throws ConfigurationException if Headway does not support it
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
        throw new ConfigurationException(
                "Headway has no dialect for '" + metaData.getDatabaseProductName() + "'; it supports " + names() + ".");
    }

    /**
     * Returns the type of a database.
     *
     * @throws ConfigurationException if Headway does not support it
     */
    public static DatabaseType of(Database database) {
        return all().stream()
                .filter(type -> type.database().equals(database))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "Headway has no dialect for " + database + "; it supports " + names() + "."));
    }

    /** Returns the type of the database that a JDBC URL names, if Headway supports it. */
    public static Optional<DatabaseType> ofUrl(String url) {
        return all().stream()
                .filter(type -> type.urlPrefixes().stream().anyMatch(url::startsWith))
                .findFirst();
    }

    /** Returns a URL without its parameters and credentials, for messages. */
    public static String displayUrl(String url) {
        Function<DatabaseType, String> display = type -> type.displayUrl(url);
        return ofUrl(url).map(display).orElseGet(() -> JdbcUrl.display(url));
    }

    private static String names() {
        return all().stream().map(type -> type.database().name()).sorted().collect(Collectors.joining(", "));
    }
}
