package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.SessionInfo;
import dev.headway.database.SessionRules;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Sessions of MariaDB and MySQL, where a schema is a database. */
public class FamilySessions implements SessionRules {
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
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT database()")) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }

    @Override
    public void restoreSchema(Connection connection, String schema) throws SQLException {
        use(connection, schema);
    }

    @Override
    public void enterSchema(Connection connection, String schema) throws SQLException {
        use(connection, schema);
        String current = currentSchema(connection);
        if (!schema.equalsIgnoreCase(current)) {
            throw new SQLException("The connection works in '" + current + "' instead", "3F000");
        }
    }

    /** A driver ignores one of these calls, depending on whether it calls a database a catalog or a schema. */
    private static void use(Connection connection, String schema) throws SQLException {
        connection.setCatalog(schema);
        connection.setSchema(schema);
    }
}
