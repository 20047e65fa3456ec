package dev.headway.internal.database.sqlite;

import dev.headway.database.TransactionLock;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** What only one connection has: temporary tables, views and triggers, and attached databases. */
final class SqliteLeftovers {
    /** Returns the statement that drops each. */
    private static final String QUERY = """
            SELECT 'DROP ' || upper(type) || ' IF EXISTS temp."' || replace(name, '"', '""') || '"', NULL
              FROM temp.sqlite_master WHERE type IN ('table', 'view', 'trigger') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
            UNION ALL
            SELECT 'DETACH DATABASE "' || replace(name, '"', '""') || '"', NULL
              FROM pragma_database_list WHERE name NOT IN ('main', 'temp')""";

    private final Set<String> before;

    private SqliteLeftovers(Set<String> before) {
        this.before = before;
    }

    static SqliteLeftovers of(Connection connection) throws SQLException {
        return new SqliteLeftovers(NamedSettings.read(connection, QUERY).keySet());
    }

    /** Drops what was added. */
    void drop(Connection connection) throws SQLException {
        Set<String> added =
                new TreeSet<>(of(connection).before).descendingSet(); // triggers and tables before databases
        added.removeAll(before);
        for (String statement : added) {
            TransactionLock.execute(connection, statement);
        }
    }
}
