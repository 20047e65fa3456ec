package dev.headway.internal.database.h2;

import dev.headway.database.RunSession;
import dev.headway.database.TransactionLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * H2's setting {@code WRITE_DELAY}, at nothing for a while. A thread of H2's own writes what was committed up to so many
 * milliseconds late, and does not mind whether a statement is at work just then: killed behind that, the file may hold one half
 * of the statement. Without a delay each transaction is written where it ends, by the thread that ends it.
 */
final class H2WriteDelay implements RunSession {
    private static final int NOT_AN_ADMINISTRATOR = 90040;

    private final Connection connection;
    private final int before;

    private H2WriteDelay(Connection connection, int before) {
        this.connection = connection;
        this.before = before;
    }

    /** Ends the delay, if there is a file, and the user is an administrator, who alone may. */
    static RunSession end(Connection connection) throws SQLException {
        int before = read(connection);
        if (before == 0) {
            return RunSession.NOTHING;
        }
        try {
            set(connection, 0);
        } catch (SQLException e) {
            if (e.getErrorCode() == NOT_AN_ADMINISTRATOR) {
                return RunSession.NOTHING;
            }
            throw e;
        }
        return new H2WriteDelay(connection, before);
    }

    /** H2 lists what was once set before what holds now: it forgets the setting when the database is opened anew. */
    private static int read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT setting_value FROM information_schema.settings"
                        + " WHERE setting_name = 'WRITE_DELAY' AND database_path() IS NOT NULL")) {
            int delay = 0;
            while (rows.next()) {
                delay = rows.getInt(1);
            }
            return delay;
        }
    }

    private static void set(Connection connection, int milliseconds) throws SQLException {
        TransactionLock.execute(connection, "SET WRITE_DELAY " + milliseconds);
    }

    @Override
    public void close() throws SQLException {
        if (!connection.getAutoCommit()) {
            connection.rollback(); // the setting would commit what a run that failed left open
        }
        set(connection, before);
    }
}
