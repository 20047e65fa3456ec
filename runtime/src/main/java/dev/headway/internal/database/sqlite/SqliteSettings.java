package dev.headway.internal.database.sqlite;

import dev.headway.database.SessionSettings;
import dev.headway.database.TransactionLock;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The pragmas of a connection that can be read and set at any time, and what it has of its own. */
final class SqliteSettings implements SessionSettings {
    private static final String QUERY_ONLY = "query_only";

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
            QUERY_ONLY,
            "read_uncommitted",
            "recursive_triggers",
            "reverse_unordered_selects",
            "secure_delete",
            "synchronous",
            "temp_store",
            "threads",
            "trusted_schema",
            "writable_schema");

    /** Pragmas whose values are words. The journal of a database that has a write-ahead log isn't the connection's. */
    private static final String WORDS = """
            SELECT 'journal_mode', journal_mode FROM pragma_journal_mode WHERE journal_mode <> 'wal'
            UNION ALL SELECT 'locking_mode', locking_mode FROM pragma_locking_mode""";

    private final Map<String, Integer> pragmas;
    private final Map<String, @Nullable String> words;
    private final SqliteLeftovers leftovers;

    private SqliteSettings(
            Map<String, Integer> pragmas, Map<String, @Nullable String> words, SqliteLeftovers leftovers) {
        this.pragmas = pragmas;
        this.words = words;
        this.leftovers = leftovers;
    }

    static SqliteSettings of(Connection connection) throws SQLException {
        Map<String, Integer> pragmas = new LinkedHashMap<>();
        for (String pragma : PRAGMAS) {
            pragmas.put(pragma, SqlitePragma.read(connection, pragma));
        }
        return new SqliteSettings(pragmas, NamedSettings.read(connection, WORDS), SqliteLeftovers.of(connection));
    }

    /** SQLite ignores some pragmas, and refuses others, as long as a transaction is open. */
    @Override
    public void restore(Connection connection) throws SQLException {
        boolean inTransaction = !connection.getAutoCommit();
        for (Map.Entry<String, Integer> pragma : pragmas.entrySet()) {
            String name = pragma.getKey();
            if ((name.equals(QUERY_ONLY) || !inTransaction)
                    && SqlitePragma.read(connection, name) != pragma.getValue()) {
                SqlitePragma.set(connection, name, pragma.getValue());
            }
        }
        if (!inTransaction) {
            restoreWords(connection);
        }
    }

    private void restoreWords(Connection connection) throws SQLException {
        Map<String, @Nullable String> now = NamedSettings.read(connection, WORDS);
        for (Map.Entry<String, @Nullable String> pragma : words.entrySet()) {
            String name = pragma.getKey();
            if (now.containsKey(name) && !Objects.equals(pragma.getValue(), now.get(name))) {
                TransactionLock.execute(connection, "PRAGMA " + name + " = " + pragma.getValue());
            }
        }
    }

    @Override
    public void dropLeftovers(Connection connection) throws SQLException {
        leftovers.drop(connection);
    }
}
