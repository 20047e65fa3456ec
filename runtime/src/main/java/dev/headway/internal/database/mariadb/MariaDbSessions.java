package dev.headway.internal.database.mariadb;

import dev.headway.database.SessionInfo;
import dev.headway.database.SessionRules;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** MariaDB's sessions: a schema is a database. */
public final class MariaDbSessions implements SessionRules {
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

    @Override
    public String currentSchema(Connection connection) throws SQLException {
        return String.valueOf(connection.getCatalog());
    }

    @Override
    public void restoreSchema(Connection connection, String schema) throws SQLException {
        connection.setCatalog(schema);
    }

    @Override
    public void enterSchema(Connection connection, String schema) throws SQLException {
        connection.setCatalog(schema);
    }
}
