package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.RunSession;
import dev.headway.database.SessionInfo;
import dev.headway.database.SessionRules;
import dev.headway.database.SessionSettings;
import dev.headway.error.ConfigurationException;
import dev.headway.internal.database.Answer;
import dev.headway.internal.database.NamedSettings;
import dev.headway.sql.SqlText;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Sessions of MariaDB and MySQL, where a schema is a database. */
public final class FamilySessions implements SessionRules {
    private static final String OWN_TABLES_WITHOUT_TRANSACTIONS = """
            SELECT t.table_name, t.engine FROM information_schema.tables t
            JOIN information_schema.engines e ON e.engine = t.engine AND e.transactions = 'NO'
            WHERE t.table_schema = database() AND t.table_name IN ('headway_revision', 'headway_log', 'headway_lease')
            ORDER BY t.table_name""";

    /** An earlier version created them with the default engine of the server, or a dump was loaded into another one. */
    @Override
    public RunSession openRun(Connection connection) throws SQLException {
        Map<String, @Nullable String> tables = NamedSettings.read(connection, OWN_TABLES_WITHOUT_TRANSACTIONS);
        if (!tables.isEmpty()) {
            throw new ConfigurationException("Headway's tables need an engine with transactions, but "
                    + tables.entrySet().stream()
                            .map(table -> table.getKey() + " uses " + table.getValue())
                            .collect(Collectors.joining(", "))
                    + ". Nothing was run. Run "
                    + tables.keySet().stream()
                            .map(table -> "ALTER TABLE " + table + " ENGINE = InnoDB")
                            .collect(Collectors.joining("; "))
                    + ", and run again.");
        }
        return RunSession.NOTHING;
    }

    @Override
    public SessionSettings settings(Connection connection) throws SQLException {
        return FamilySettings.of(connection);
    }

    /** No query lists the temporary tables of a session, and its named locks, on all versions. */
    @Override
    public boolean leavesTraces(SqlText statement) {
        return statement.createsTemporary() || statement.words().contains("GET_LOCK");
    }

    @Override
    public List<SessionInfo> lockingSessions(Connection connection) {
        return SessionInfo.read(connection, """
                SELECT p.id, p.user, p.host, NULL, t.trx_started, p.info
                FROM information_schema.innodb_trx t
                JOIN information_schema.processlist p ON p.id = t.trx_mysql_thread_id
                WHERE p.id <> connection_id()
                ORDER BY t.trx_started
                LIMIT 5""");
    }

    /** Asks the server: what the driver calls catalog and schema depends on its settings. */
    @Override
    public String currentSchema(Connection connection) throws SQLException {
        String schema = serverSchema(connection);
        return schema == null ? "" : schema;
    }

    @Override
    public void restoreSchema(Connection connection, String schema) throws SQLException {
        if (schema.isEmpty()) {
            throw new SQLException("A session cannot return to having no database", "3D000");
        }
        use(connection, schema);
    }

    @Override
    public void enterSchema(Connection connection, String schema) throws SQLException {
        use(connection, schema);
    }

    @Override
    public @Nullable String serverSchema(Connection connection) throws SQLException {
        return Answer.to(connection, "SELECT database()");
    }

    @Override
    public @Nullable String sessionId(Connection connection) throws SQLException {
        return Answer.to(connection, "SELECT connection_id()");
    }

    /** A URL may name no database. */
    @Override
    public boolean hasSchema(Connection connection) throws SQLException {
        return serverSchema(connection) != null;
    }

    /** Ignores the case of the name if the server does. */
    @Override
    public void requireSchema(Connection connection, String schema) throws SQLException {
        String actual = serverSchema(connection);
        if (schema.equals(actual)
                || (schema.equalsIgnoreCase(actual)
                        && !"0".equals(Answer.to(connection, "SELECT @@lower_case_table_names")))) {
            return;
        }
        SessionRules.super.requireSchema(connection, schema);
    }

    /** A driver ignores one of these calls, depending on whether it calls a database a catalog or a schema. */
    static void use(Connection connection, String schema) throws SQLException {
        connection.setCatalog(schema);
        connection.setSchema(schema);
    }
}
