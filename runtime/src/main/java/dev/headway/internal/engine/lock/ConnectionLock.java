package dev.headway.internal.engine.lock;

import dev.headway.database.DatabaseLock;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.SessionInfo;
import dev.headway.database.SessionRules;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.LockLostException;
import dev.headway.internal.engine.connection.HeadwayTable;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.SessionFactory;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A lock that ends when its connection ends, for whatever reason. It holds no snapshot open, so it blocks no statement of a
 * migration, such as {@code CREATE INDEX CONCURRENTLY}. A heartbeat keeps servers, poolers and firewalls from ending the connection
 * because it is idle.
 */
final class ConnectionLock implements MigrationLock {
    /** Well under the limits that poolers and firewalls set for idle connections. */
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final SessionFactory sessions;
    private final Session session;
    private final DetectedDatabase database;
    private final DatabaseLock lock;
    private final String schema;
    private Session working;
    private final ProgressListener listener;
    private boolean waited;
    private boolean acquired;
    private boolean lossReported;
    private @Nullable Heartbeat heartbeat;
    private @Nullable Fence fence;

    private ConnectionLock(
            SessionFactory sessions,
            Session session,
            Session working,
            DetectedDatabase database,
            String schema,
            ProgressListener listener) {
        this.sessions = sessions;
        this.session = session;
        this.working = working;
        this.database = database;
        this.lock = database.type().lock();
        this.schema = schema;
        this.listener = listener;
    }

    /**
     * Creates a lock on {@code session}, and opens another session for the steps if that one cannot run them.
     *
     * @param schema the schema of Headway's tables
     */
    static ConnectionLock open(
            SessionFactory sessions,
            Session session,
            DetectedDatabase database,
            String schema,
            ProgressListener listener)
            throws SQLException {
        Session working = database.type().lock().needsOwnConnection() ? Session.openSecond(sessions) : session;
        return new ConnectionLock(sessions, session, working, database, schema, listener);
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        if (!acquired) {
            acquired = lock.tryAcquire(session.connection());
            if (!acquired) {
                waited = true;
                return false;
            }
            prepare();
        }
        OptionalLong term = beginTerm();
        term.ifPresent(begun -> fence = new Fence(working.statements(), database, begun));
        return term.isPresent();
    }

    /** While this process waited, the server may have ended the idle connection that is to run the steps. */
    private void prepare() throws SQLException {
        if (working != session) {
            if (waited) {
                working = working.orAnother(sessions);
            }
            session.requireOther(working);
            lock.keepAlive(session.connection()); // what was asked must not keep a snapshot open
            heartbeat = Heartbeat.start(() -> lock.keepAlive(session.connection()), BEAT, Duration.ZERO);
        }
        working.requireSchema();
        working.statements().useSchema(schema);
        HeadwayTable.createIfMissing(LeaseTable.DEFINITION, working, database);
    }

    /** Begins a term, unless a process that lost the lock has a transaction open that may still be committed. */
    private OptionalLong beginTerm() {
        try {
            return OptionalLong.of(
                    working.inTransaction(() -> LeaseTable.beginTerm(working.statements(), lock.rowLock())));
        } catch (DatabaseAccessException e) {
            if (e.getCause() instanceof SQLException refused
                    && database.type().errorCodes().isLockConflict(refused)) {
                return OptionalLong.empty();
            }
            throw e;
        }
    }

    /** After this process acquired the lock, only a transaction of a process that lost it can be in the way. */
    @Override
    public List<String> holders() throws SQLException {
        if (!acquired) {
            return describe(lock.holders(session.connection()).stream());
        }
        SessionRules rules = database.type().sessions();
        String own = rules.sessionId(session.connection());
        return describe(rules.lockingSessions(working.connection()).stream()
                .filter(other -> !other.session().equals(own)));
    }

    private static List<String> describe(Stream<SessionInfo> sessions) {
        return sessions.map(SessionInfo::describe).toList();
    }

    @Override
    public Session working() {
        return working;
    }

    @Override
    public void requireAlive() {
        if (heartbeat != null && heartbeat.failure().isPresent()) {
            lossReported = true;
            throw new LockLostException("The connection that held the lock was lost: "
                    + heartbeat.failure().get().getMessage()
                    + ". Another process may migrate this database now, so nothing more is run here. Statements that were"
                    + " recorded as completed stay. Run again: the next run waits for the other process, and resumes.");
        }
    }

    private Fence fence() {
        requireAlive();
        return Objects.requireNonNull(fence);
    }

    @Override
    public void requireHeld() {
        fence().check();
    }

    @Override
    public void hold() {
        fence().hold();
    }

    @Override
    public void update(String sql, @Nullable Object... arguments) {
        Objects.requireNonNull(fence).update(sql, arguments);
    }

    /** What ran is complete and recorded, so a failure is only a warning. */
    @Override
    public void close() {
        if (working != session) {
            working.close();
        }
        if (!acquired) {
            return;
        }
        try {
            if (heartbeat != null && !heartbeat.stopAndWait()) {
                throw new SQLException("The database does not answer on this connection");
            }
            lock.release(session.connection());
        } catch (SQLException e) {
            session.end();
            if (!lossReported) {
                listener.lockLost("The connection that held the lock failed: " + e.getMessage()
                        + ". The database releases the lock when that connection ends. The steps that were recorded are"
                        + " complete.");
            }
        }
    }
}
