package dev.headway.internal.database.mysqlfamily;

import dev.headway.database.DatabaseLock;
import dev.headway.database.SessionInfo;
import dev.headway.database.TransactionLock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** A user lock of the server, which ends with its session. */
final class FamilyLock implements DatabaseLock {
    /** Seconds. The session that holds the lock waits for the steps, and the server must not end it meanwhile. */
    private static final int ONE_DAY = 86_400;

    /** A lock of the session, since every DDL statement would end a transaction; it dies with the connection. */
    @Override
    public boolean tryAcquire(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT GET_LOCK(" + lockName() + ", 0)")) {
            if (!row.next() || row.getInt(1) != 1) {
                return false;
            }
        }
        TransactionLock.execute(connection, "SET @headway_wait_timeout = @@wait_timeout, wait_timeout = " + ONE_DAY);
        return true;
    }

    /** Each server of a Galera cluster, and of a group with several primaries, knows its own locks only. */
    @Override
    public boolean reachesAllServers(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SHOW GLOBAL VARIABLES WHERE"
                        + " (variable_name = 'wsrep_on' AND value = 'ON')"
                        + " OR (variable_name = 'group_replication_single_primary_mode' AND value = 'OFF')")) {
            return !row.next();
        }
    }

    @Override
    public String rowLock() {
        return " FOR UPDATE NOWAIT";
    }

    @Override
    public void release(Connection connection) throws SQLException {
        TransactionLock.execute(connection, "DO RELEASE_LOCK(" + lockName() + ")");
        TransactionLock.execute(connection, "SET wait_timeout = @headway_wait_timeout");
    }

    @Override
    public List<SessionInfo> holders(Connection connection) {
        return SessionInfo.read(
                connection,
                "SELECT id, user, host, NULL, from_unixtime(unix_timestamp() - time), NULL"
                        + " FROM information_schema.processlist WHERE id = IS_USED_LOCK(" + lockName() + ")");
    }

    /** A lock name belongs to the server, not to one of its databases, and has at most 64 characters. */
    private static String lockName() {
        return "concat('headway_revision ', md5(database()))";
    }
}
