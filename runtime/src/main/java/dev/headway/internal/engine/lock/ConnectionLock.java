package dev.headway.internal.engine.lock;

import dev.headway.database.DatabaseLock;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.SessionInfo;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.SessionFactory;
import java.sql.SQLException;
import java.util.List;

/**
 * A lock that ends when its connection ends, for whatever reason. It holds no snapshot open, so it blocks no statement of a
 * migration, such as {@code CREATE INDEX CONCURRENTLY}.
 */
final class ConnectionLock implements MigrationLock {
    private final DatabaseLock lock;
    private final Session session;
    private final boolean ownSession;
    private boolean acquired;

    private ConnectionLock(DatabaseLock lock, Session session, boolean ownSession) {
        this.lock = lock;
        this.session = session;
        this.ownSession = ownSession;
    }

    /** Creates a lock on a connection of its own if the connection that runs the steps cannot hold it. */
    static ConnectionLock open(SessionFactory sessions, Session working, DetectedDatabase database) {
        DatabaseLock lock = database.type().lock();
        return lock.needsOwnConnection()
                ? new ConnectionLock(lock, Session.openSecond(sessions), true)
                : new ConnectionLock(lock, working, false);
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        acquired = lock.tryAcquire(session.connection());
        return acquired;
    }

    @Override
    public List<String> holders() {
        return lock.holders(session.connection()).stream()
                .map(SessionInfo::describe)
                .toList();
    }

    @Override
    public boolean usesFence() {
        return false;
    }

    @Override
    public void requireHeld(Session session) {
        // No other process can acquire the lock while the connection is open.
    }

    @Override
    @SuppressWarnings("try") // closing the resource closes the session
    public void close() throws SQLException {
        try (Session closed = ownSession ? session : null) {
            if (acquired) {
                lock.release(session.connection());
            }
        }
    }
}
