package dev.headway.internal.database.postgresql;

import dev.headway.database.DatabaseLock;
import dev.headway.database.SessionInfo;
import dev.headway.database.TransactionLock;
import dev.headway.internal.database.ThisProcess;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL's advisory lock of a transaction. */
final class PostgresLock implements DatabaseLock {
    private static final int FIRST_WITH_TRANSACTION_TIMEOUT = 17;

    private static final String LOCK_KEY =
            "hashtextextended('headway_revision in ' || coalesce(current_schema(), ''), 0)";

    /**
     * An advisory lock of the transaction, so that it holds behind a pooler that lends connections by the transaction. It
     * is tried for instead of waited for: a statement that waits has a snapshot, and {@code CREATE INDEX CONCURRENTLY}
     * waits for all snapshots. A stricter isolation, which connections may have by default, keeps its snapshot until the
     * transaction ends.
     *
     * <p>The transaction is idle while the work goes on elsewhere, so it must not time out. To be the last statement is as
     * important: it ends the portal of the one before, whose snapshot {@code CREATE INDEX CONCURRENTLY} would wait for.
     */
    @Override
    public boolean tryAcquire(Connection connection) throws SQLException {
        boolean taken = TransactionLock.tryAcquire(
                connection,
                "SELECT 1 WHERE pg_try_advisory_xact_lock(" + LOCK_KEY + ")",
                "SET TRANSACTION ISOLATION LEVEL READ COMMITTED",
                "SET LOCAL application_name = " + quoted(ThisProcess.name()));
        if (taken) {
            if (connection.getMetaData().getDatabaseMajorVersion() >= FIRST_WITH_TRANSACTION_TIMEOUT) {
                TransactionLock.execute(connection, "SET LOCAL transaction_timeout = 0");
            }
            keepAlive(connection);
        }
        return taken;
    }

    /** A utility statement takes no snapshot, and ends the portal of the query before it, which may have one. */
    @Override
    public void keepAlive(Connection connection) throws SQLException {
        TransactionLock.execute(connection, "SET LOCAL idle_in_transaction_session_timeout = 0");
    }

    @Override
    public String rowLock() {
        return " FOR UPDATE NOWAIT";
    }

    @Override
    public void release(Connection connection) throws SQLException {
        TransactionLock.release(connection);
    }

    @Override
    public List<SessionInfo> holders(Connection connection) {
        return SessionInfo.read(connection, """
                SELECT a.pid, a.usename, host(a.client_addr), a.application_name, a.xact_start, NULL
                FROM pg_locks l
                JOIN pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1 AND a.datname = current_database()
                  AND ((CAST(l.classid AS bigint) << 32) | CAST(l.objid AS bigint)) =\s""" + LOCK_KEY);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
