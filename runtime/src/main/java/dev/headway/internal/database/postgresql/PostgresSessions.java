package dev.headway.internal.database.postgresql;

import dev.headway.database.SessionInfo;
import dev.headway.database.SessionRules;
import dev.headway.database.SessionSettings;
import dev.headway.internal.database.Answer;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's sessions: the schema is the search path, which may name several. */
final class PostgresSessions implements SessionRules {
    @Override
    public SessionSettings settings(Connection connection) throws SQLException {
        return PostgresSettings.of(connection);
    }

    @Override
    public List<SessionInfo> lockingSessions(Connection connection) {
        return SessionInfo.read(connection, """
                SELECT a.pid, a.usename, host(a.client_addr), a.application_name, a.xact_start, a.query
                FROM pg_stat_activity a
                WHERE a.datname = current_database() AND a.pid IN (
                  SELECT l.pid
                  FROM pg_locks l
                  JOIN pg_class c ON c.oid = l.relation
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE l.granted AND l.pid <> pg_backend_pid() AND n.nspname NOT LIKE 'pg\\_%')
                ORDER BY a.xact_start
                LIMIT 5""");
    }

    @Override
    public String currentSchema(Connection connection) throws SQLException {
        return String.valueOf(answer(connection, "SELECT current_setting(?)", "search_path"));
    }

    @Override
    public void restoreSchema(Connection connection, String schema) throws SQLException {
        answer(connection, "SELECT set_config('search_path', ?, false)", schema);
    }

    @Override
    public void enterSchema(Connection connection, String schema) throws SQLException {
        answer(connection, "SELECT set_config('search_path', quote_ident(?), false)", schema);
        if (serverSchema(connection) == null) { // a search path may name schemas that do not exist
            throw new SQLException("schema \"" + schema + "\" does not exist", "3F000");
        }
    }

    @Override
    public @Nullable String serverSchema(Connection connection) throws SQLException {
        return Answer.to(connection, "SELECT current_schema()");
    }

    /** A search path may name no schema that exists. */
    @Override
    public boolean hasSchema(Connection connection) throws SQLException {
        return serverSchema(connection) != null;
    }

    @Override
    public List<String> otherSchemasWith(Connection connection, String table) throws SQLException {
        return List.copyOf(NamedSettings.read(connection, """
                SELECT schema, NULL FROM unnest(current_schemas(false)) WITH ORDINALITY path(schema, position)
                WHERE schema <> current_schema() AND to_regclass(quote_ident(schema) || '.%s') IS NOT NULL
                ORDER BY position""".formatted(table)).keySet());
    }

    @Override
    public @Nullable String sessionId(Connection connection) throws SQLException {
        return Answer.to(connection, "SELECT pg_backend_pid()");
    }

    private static @Nullable String answer(Connection connection, String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
