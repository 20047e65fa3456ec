package dev.headway.internal.database.sqlite;

import dev.headway.database.SessionSettings;
import dev.headway.database.TransactionLock;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The pragmas of a connection that can be read and set at any time, and its attached databases. */
final class SqliteSettings implements SessionSettings {
    private static final List<String> PRAGMAS = List.of(
            "analysis_limit",
            "automatic_index",
            "busy_timeout",
            "cache_size",
            "cell_size_check",
            "checkpoint_fullfsync",
            "defer_foreign_keys",
            "foreign_keys",
            "fullfsync",
            "ignore_check_constraints",
            "legacy_alter_table",
            "query_only",
            "read_uncommitted",
            "recursive_triggers",
            "reverse_unordered_selects",
            "secure_delete",
            "synchronous",
            "temp_store",
            "threads",
            "trusted_schema",
            "writable_schema");

    private final Map<String, Integer> pragmas;
    private final Set<String> databases;

    private SqliteSettings(Map<String, Integer> pragmas, Set<String> databases) {
        this.pragmas = pragmas;
        this.databases = databases;
    }

    static SqliteSettings of(Connection connection) throws SQLException {
        return new SqliteSettings(pragmas(connection), databases(connection));
    }

    private static Map<String, Integer> pragmas(Connection connection) throws SQLException {
        Map<String, Integer> values = new LinkedHashMap<>();
        for (String pragma : PRAGMAS) {
            values.put(pragma, SqlitePragma.read(connection, pragma));
        }
        return values;
    }

    private static Set<String> databases(Connection connection) throws SQLException {
        return NamedSettings.read(connection, "SELECT name, file FROM pragma_database_list WHERE name <> 'temp'")
                .keySet();
    }

    /** SQLite ignores some pragmas, and refuses to detach a database, as long as a transaction is open. */
    @Override
    public void restore(Connection connection) throws SQLException {
        if (!connection.getAutoCommit()) {
            return;
        }
        for (Map.Entry<String, Integer> pragma : pragmas.entrySet()) {
            if (SqlitePragma.read(connection, pragma.getKey()) != pragma.getValue()) {
                SqlitePragma.set(connection, pragma.getKey(), pragma.getValue());
            }
        }
        Set<String> attached = new HashSet<>(databases(connection));
        attached.removeAll(databases);
        for (String database : attached) {
            TransactionLock.execute(connection, "DETACH DATABASE \"" + database.replace("\"", "\"\"") + "\"");
        }
    }
}
