package dev.headway.examples.hsqldb;

import dev.headway.database.SessionInfo;
import dev.headway.database.SessionRules;
import java.sql.Connection;
import java.util.List;

/** Finds sessions with open transactions: HSQLDB locks tables until a transaction ends, and DDL waits for all of them. */
final class HsqldbSessions implements SessionRules {

    @Override
    public List<SessionInfo> lockingSessions(Connection connection) {
        return SessionInfo.read(connection, """
                SELECT session_id, user_name, CAST(NULL AS varchar(1)), CAST(NULL AS varchar(1)), connected,
                       current_statement
                FROM information_schema.system_sessions
                WHERE transaction AND session_id <> session_id()
                ORDER BY connected""");
    }
}
