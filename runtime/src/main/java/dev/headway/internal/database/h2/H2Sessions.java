package dev.headway.internal.database.h2;

import dev.headway.database.RunSession;
import dev.headway.database.SessionInfo;
import dev.headway.database.SessionRules;
import dev.headway.database.SessionSettings;
import dev.headway.internal.database.Answer;
import dev.headway.internal.database.NamedSettings;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** H2's sessions. */
final class H2Sessions implements SessionRules {
    @Override
    public SessionSettings settings(Connection connection) throws SQLException {
        return H2Settings.of(connection);
    }

    @Override
    public RunSession openRun(Connection connection) throws SQLException {
        return H2WriteDelay.end(connection);
    }

    @Override
    public @Nullable String serverSchema(Connection connection) throws SQLException {
        return Answer.to(connection, "SELECT CURRENT_SCHEMA");
    }

    @Override
    public @Nullable String sessionId(Connection connection) throws SQLException {
        return Answer.to(connection, "SELECT session_id()");
    }

    @Override
    public List<String> otherSchemasWith(Connection connection, String table) throws SQLException {
        return List.copyOf(NamedSettings.read(connection, """
                SELECT table_schema, NULL FROM information_schema.tables
                JOIN information_schema.session_state ON state_key = 'SCHEMA_SEARCH_PATH'
                  AND locate('"' || replace(table_schema, '"', '""') || '"', state_command) > 0
                WHERE lower(table_name) = '%s' AND table_schema <> CURRENT_SCHEMA
                ORDER BY 1""".formatted(table)).keySet());
    }

    @Override
    public List<SessionInfo> lockingSessions(Connection connection) {
        return SessionInfo.read(connection, """
                SELECT session_id, user_name, client_addr, client_info, session_start, executing_statement
                FROM information_schema.sessions
                WHERE session_id <> session_id() AND contains_uncommitted
                ORDER BY session_start
                LIMIT 5""");
    }
}
