package dev.headway.internal.database.h2;

import dev.headway.database.DatabaseLock;
import dev.headway.database.SessionInfo;
import dev.headway.database.TransactionLock;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** H2's lock: a row of a table of its own. */
final class H2Lock implements DatabaseLock {
    private static final String LOCK = "SELECT id FROM headway_lock FOR UPDATE SKIP LOCKED";

    /** H2 has no advisory locks, so a row is locked; its table is made when it is first missed, together with the row. */
    @Override
    public boolean tryAcquire(Connection connection) throws SQLException {
        try {
            return TransactionLock.tryAcquire(connection, LOCK);
        } catch (SQLException missing) {
            TransactionLock.execute(connection, "CREATE TABLE IF NOT EXISTS headway_lock AS SELECT 1 AS id");
            return TransactionLock.tryAcquire(connection, LOCK);
        }
    }

    @Override
    public String rowLock() {
        return " FOR UPDATE NOWAIT";
    }

    @Override
    public void release(Connection connection) throws SQLException {
        TransactionLock.release(connection);
    }

    /** H2 does not tell who locked a row, but who has a transaction open. */
    @Override
    public List<SessionInfo> holders(Connection connection) {
        return new H2Sessions().lockingSessions(connection);
    }
}
