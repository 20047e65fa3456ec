package dev.headway.internal.engine;

import dev.headway.database.DatabaseLock;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.SessionInfo;
import java.sql.SQLException;
import java.util.List;

/**
 * A lock that ends with a connection, however that comes about, and keeps no snapshot open, so it is in the way of no
 * statement.
 */
final class ConnectionLock implements MigrationLock {
    private final DatabaseLock lock;
    private final Session session;
    private final boolean ownSession;
    private boolean taken;

    private ConnectionLock(DatabaseLock lock, Session session, boolean ownSession) {
        this.lock = lock;
        this.session = session;
        this.ownSession = ownSession;
    }

    /** Makes a lock on a connection of its own where the one that runs the steps cannot hold it. */
    static ConnectionLock open(Connector connector, Session working, DetectedDatabase database) {
        DatabaseLock lock = database.type().lock();
        return lock.needsOwnConnection()
                ? new ConnectionLock(lock, Session.openSecond(connector), true)
                : new ConnectionLock(lock, working, false);
    }

    @Override
    public boolean tryTake() throws SQLException {
        taken = lock.tryAcquire(session.connection());
        return taken;
    }

    @Override
    public List<String> holders() {
        return lock.holders(session.connection()).stream()
                .map(SessionInfo::describe)
                .toList();
    }

    @Override
    public boolean fences() {
        return false;
    }

    @Override
    public void require(Session session) {
        // Nobody can take it while the connection is there.
    }

    @Override
    @SuppressWarnings("try") // what is its own is closed
    public void close() throws SQLException {
        try (Session ended = ownSession ? session : null) {
            if (taken) {
                lock.release(session.connection());
            }
        }
    }
}
