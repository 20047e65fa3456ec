package dev.headway.internal.database.postgresql;

import dev.headway.database.TransactionLock;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What only one session has: temporary tables, prepared statements, cursors, channels to listen to, and advisory locks. */
final class PostgresLeftovers {
    private static final String BACKEND = "backend";

    /** Returns the statement that drops each. */
    private static final String QUERY = """
            SELECT 'backend', pg_backend_pid()::text
            UNION ALL SELECT 'CLOSE ' || quote_ident(name), NULL FROM pg_cursors WHERE is_holdable
            UNION ALL SELECT 'DEALLOCATE ' || quote_ident(name), NULL FROM pg_prepared_statements WHERE from_sql
            UNION ALL SELECT 'UNLISTEN ' || quote_ident(channel), NULL FROM pg_listening_channels() channel
            UNION ALL
            SELECT 'DROP ' || CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END || ' IF EXISTS '
                || quote_ident(nspname) || '.' || quote_ident(relname) || ' CASCADE', NULL
              FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
              WHERE relnamespace = pg_my_temp_schema() AND relkind IN ('r', 'p', 'v', 'S')
            UNION ALL
            SELECT 'SELECT pg_advisory_unlock' || CASE mode WHEN 'ShareLock' THEN '_shared' ELSE '' END || '('
                || CASE objsubid WHEN 1 THEN (classid::bigint << 32 | objid::bigint)::text
                   ELSE classid::bigint::bit(32)::int4 || ', ' || objid::bigint::bit(32)::int4 END || ')', NULL
              FROM pg_locks
              WHERE locktype = 'advisory' AND pid = pg_backend_pid()
                AND database = (SELECT oid FROM pg_database WHERE datname = current_database())""";

    /** A session can hold the same advisory lock several times. */
    private static final int ROUNDS = 20;

    private final Set<String> before;
    private final @Nullable String backend;

    private PostgresLeftovers(Set<String> before, @Nullable String backend) {
        this.before = before;
        this.backend = backend;
    }

    static PostgresLeftovers of(Connection connection) throws SQLException {
        Map<String, @Nullable String> found = NamedSettings.read(connection, QUERY);
        return new PostgresLeftovers(Set.copyOf(found.keySet()), found.get(BACKEND));
    }

    /** Drops what was added. A pooler may have provided another session, which belongs to others. */
    void drop(Connection connection) throws SQLException {
        for (int i = 0; i < ROUNDS; i++) {
            PostgresLeftovers now = of(connection);
            Set<String> added = new TreeSet<>(now.before);
            added.removeAll(before);
            if (added.isEmpty() || !Objects.equals(backend, now.backend)) {
                return;
            }
            for (String statement : added) {
                TransactionLock.execute(connection, statement);
            }
        }
        throw new SQLException("The session keeps locks or temporary tables of the migration");
    }
}
