package dev.headway.cli;

import dev.headway.error.ConfigurationException;
import dev.headway.op.Database;
import java.util.Map;

/** Tells from a URL alone what kind of database is behind it. */
final class JdbcUrl {
    private static final Map<String, Database> BY_NAME = Map.of(
            "postgresql", Database.POSTGRESQL,
            "mariadb", Database.MARIADB,
            "mysql", Database.MYSQL,
            "h2", Database.H2,
            "sqlite", Database.SQLITE);

    private JdbcUrl() {}

    static Database database(String url) {
        String[] parts = url.split(":", 3);
        Database database = parts.length > 1 && parts[0].equals("jdbc") ? BY_NAME.get(parts[1]) : null;
        if (database == null) {
            throw new ConfigurationException(
                    "The URL does not tell a database that Headway speaks to; it begins with one of"
                            + " jdbc:postgresql:, jdbc:mariadb:, jdbc:mysql:, jdbc:h2:, jdbc:sqlite:.");
        }
        return database;
    }
}
