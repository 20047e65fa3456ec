package dev.headway.engine;

import dev.headway.dialect.Dialect;
import dev.headway.dialect.OtherSession;
import java.sql.SQLException;
import java.util.List;

/**
 * A lock that ends with a connection, however that comes about, and keeps no snapshot open, so it is in the way of no
 * statement.
 */
final class ConnectionLock implements MigrationLock {
    private final Dialect dialect;
    private final Session session;
    private final boolean ownSession;
    private boolean taken;

    private ConnectionLock(Dialect dialect, Session session, boolean ownSession) {
        this.dialect = dialect;
        this.session = session;
        this.ownSession = ownSession;
    }

    /** Makes a lock on a connection of its own where the one that runs the steps cannot hold it. */
    static ConnectionLock open(Connector connector, Session working, Dialect dialect) {
        return dialect.locksOnItsOwn()
                ? new ConnectionLock(dialect, Session.openSecond(connector), true)
                : new ConnectionLock(dialect, working, false);
    }

    @Override
    public boolean tryTake() throws SQLException {
        taken = dialect.tryLock(session.connection());
        return taken;
    }

    @Override
    public List<String> holders() {
        return dialect.lockHolders(session.connection()).stream()
                .map(OtherSession::describe)
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
                dialect.unlock(session.connection());
            }
        }
    }
}
