package dev.headway.internal.database.sqlite;

import dev.headway.database.DatabaseLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The lock of an empty file beside the database, which the connection attaches for the time of a run. It ends with the
 * connection, and holds across transactions, while others read and write the database.
 *
 * <p>To lock the database itself by {@code locking_mode = EXCLUSIVE} would shut out those who only ask whether there is
 * anything to do; and with a write-ahead log it is not to be had as long as any other connection is open.
 */
final class SqliteLock implements DatabaseLock {
    private static final String NAME = "headway_lock";
    private static final String SUFFIX = "-headway";
    private static final int BUSY = 5;

    /** A database in memory is this connection's own, as far as Headway can know, and so has no lock. */
    @Override
    public boolean tryAcquire(Connection connection) throws SQLException {
        String file = file(connection, "main");
        if (file.isEmpty()) {
            return true;
        }
        int timeout = SqlitePragma.read(connection, "busy_timeout");
        SqlitePragma.set(connection, "busy_timeout", 0);
        try {
            lock(connection, file + SUFFIX);
            return true;
        } catch (SQLException e) {
            release(connection);
            if ((e.getErrorCode() & 0xff) == BUSY) {
                return false;
            }
            throw e;
        } finally {
            SqlitePragma.set(connection, "busy_timeout", timeout);
        }
    }

    /** In this mode a lock that a transaction took stays when it ends; rolled back, the file stays empty. */
    private static void lock(Connection connection, String file) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("ATTACH DATABASE '" + file.replace("'", "''") + "' AS " + NAME);
            statement.execute("PRAGMA " + NAME + ".locking_mode = EXCLUSIVE");
            statement.execute("PRAGMA " + NAME + ".journal_mode = MEMORY");
            statement.execute("BEGIN");
            try {
                statement.execute("PRAGMA " + NAME + ".user_version = 1");
            } finally {
                statement.execute("ROLLBACK");
            }
        }
    }

    @Override
    public void release(Connection connection) throws SQLException {
        if (!file(connection, NAME).isEmpty()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("DETACH DATABASE " + NAME);
            }
        }
    }

    @Override
    public boolean needsOwnConnection() {
        return false;
    }

    private static String file(Connection connection, String database) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA database_list")) {
            while (rows.next()) {
                if (rows.getString("name").equals(database)) {
                    String file = rows.getString("file");
                    return file == null ? "" : file;
                }
            }
            return "";
        }
    }
}
