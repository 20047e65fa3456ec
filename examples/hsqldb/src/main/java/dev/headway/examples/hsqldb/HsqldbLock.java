package dev.headway.examples.hsqldb;

import dev.headway.database.DatabaseLock;
import dev.headway.database.SessionInfo;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.util.List;

/**
 * A row that names the session that holds the lock. A row of a session that ended counts as no lock. HSQLDB has no advisory
 * locks, and an open transaction would block DDL, so the row is committed.
 */
final class HsqldbLock implements DatabaseLock {
    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS headway_lock (
              id integer PRIMARY KEY,
              session bigint NOT NULL,
              connected timestamp with time zone NOT NULL
            )""";

    private static final String REMOVE_ENDED = """
            DELETE FROM headway_lock
            WHERE NOT EXISTS (
              SELECT 1 FROM information_schema.system_sessions s
              WHERE s.session_id = headway_lock.session AND s.connected = headway_lock.connected)""";

    private static final String INSERT = """
            INSERT INTO headway_lock
            SELECT 1, session_id, connected
            FROM information_schema.system_sessions
            WHERE session_id = session_id()""";

    @Override
    public boolean tryAcquire(Connection connection) throws SQLException {
        requireAdministrator(connection);
        try (Statement statement = connection.createStatement()) {
            if (!hasTable(connection)) {
                statement.execute(CREATE);
            }
            statement.execute(REMOVE_ENDED);
            return statement.executeUpdate(INSERT) == 1;
        } catch (SQLIntegrityConstraintViolationException heldByAnother) {
            return false;
        }
    }

    /** Other users see their own sessions only, so they would take every lock for one of a session that ended. */
    private static void requireAdministrator(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT user_name, is_admin"
                        + " FROM information_schema.system_sessions WHERE session_id = session_id()")) {
            if (rows.next() && !rows.getBoolean(2)) {
                throw new SQLException(
                        "HSQLDB shows sessions to administrators only, and Headway's lock needs them. An administrator"
                                + " can run: GRANT DBA TO \"" + rows.getString(1) + "\"",
                        "42501");
            }
        }
    }

    private static boolean hasTable(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(null, connection.getSchema(), "HEADWAY_LOCK", null)) {
            return tables.next();
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM headway_lock WHERE session = session_id()");
        }
    }

    @Override
    public List<SessionInfo> holders(Connection connection) {
        return SessionInfo.read(connection, """
                SELECT s.session_id, s.user_name, CAST(NULL AS varchar(1)), CAST(NULL AS varchar(1)), s.connected,
                       s.current_statement
                FROM headway_lock l
                JOIN information_schema.system_sessions s
                  ON s.session_id = l.session AND s.connected = l.connected""");
    }
}
