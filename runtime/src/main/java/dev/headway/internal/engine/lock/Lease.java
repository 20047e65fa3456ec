package dev.headway.internal.engine.lock;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.ErrorCodes;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.HeadwayException;
import dev.headway.internal.engine.connection.HeadwayTable;
import dev.headway.internal.engine.connection.ProcessIdentity;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.SessionFactory;
import dev.headway.internal.engine.lock.LeaseTable.Pulse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A lock for a cluster of servers that share rows, but no locks. Its holder updates a row at short intervals. If that row does
 * not change for long enough, another process may take over, which begins a new term. A waiting process measures the time with
 * its own clock, so the clocks need not agree.
 *
 * <p>A holder that was paused does not know that its term is over. So it updates the fence row of its term in each transaction
 * that records something: either the term is over and no row matches, or the servers refuse the later one of two changes to
 * the same row.
 */
final class Lease implements MigrationLock {
    /** How often the holder renews the lease. */
    static final Duration BEAT = Duration.ofSeconds(2);

    /** How long the holder must be silent before another process may take over. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private final SessionFactory sessions;
    private final Session working;
    private final DetectedDatabase database;
    private final Duration beat;
    private final Duration silence;
    private @Nullable Pulse lastPulse;
    private long unchangedSince;
    private long term;
    private @Nullable Heartbeat heartbeat;
    private @Nullable Fence fence;

    /** Creates a lease for the session that runs the steps. */
    Lease(SessionFactory sessions, Session working, DetectedDatabase database, Duration beat, Duration silence) {
        this.sessions = sessions;
        this.working = working;
        this.database = database;
        this.beat = beat;
        this.silence = silence;
    }

    /** Creates a lease with the default times. */
    static Lease open(SessionFactory sessions, Session working, DetectedDatabase database, String schema)
            throws SQLException {
        try (Session second = Session.openSecond(sessions)) { // the heartbeat needs one
            working.requireOther(second, database.type().sessions());
        }
        working.requireSchema();
        working.statements().useSchema(schema);
        return new Lease(sessions, working, database, BEAT, SILENCE);
    }

    @Override
    public boolean tryAcquire() throws SQLException {
        HeadwayTable.createIfMissing(LeaseTable.DEFINITION, working, database);
        try {
            Pulse pulse = working.inTransaction(this::readPulse);
            if (!isFree(pulse)
                    || !working.inTransaction(
                            () -> LeaseTable.acquire(working.statements(), pulse, ProcessIdentity.ofThisProcess()))) {
                return false;
            }
            term = pulse.term() + 1;
            fence = new Fence(working.statements(), database, term);
            heartbeat = Heartbeat.start(this::renew, beat, silence);
            return true;
        } catch (DatabaseAccessException e) {
            if (isRace(e)) {
                return false;
            }
            throw e;
        }
    }

    private Pulse readPulse() {
        return LeaseTable.pulse(working.statements()).orElseGet(() -> LeaseTable.insertRows(working.statements()));
    }

    private boolean isFree(Pulse pulse) {
        if (!pulse.equals(lastPulse)) {
            lastPulse = pulse;
            unchangedSince = System.nanoTime();
        }
        return pulse.holder() == null || System.nanoTime() - unchangedSince >= silence.toNanos();
    }

    /** Returns whether another process acquired the lease on another server first. */
    private boolean isRace(DatabaseAccessException e) {
        ErrorCodes codes = database.type().errorCodes();
        return e.getCause() instanceof SQLException refused
                && (codes.isLockConflict(refused) || codes.isConstraintViolation(refused));
    }

    private void renew() throws SQLException {
        try (Session session = Session.openSecond(sessions)) {
            LeaseTable.renew(session.statements(), term);
        }
    }

    @Override
    public List<String> holders() throws SQLException {
        try (Session session = Session.openSecond(sessions)) {
            return LeaseTable.pulse(session.statements()).map(Pulse::holder).stream()
                    .toList();
        }
    }

    @Override
    public Session working() {
        return working;
    }

    @Override
    public void requireAlive() {
        if (heartbeat != null && heartbeat.hasFailed()) {
            throw heartbeat.lost("This process could not renew its lock for " + silence.toSeconds() + " s");
        }
    }

    @Override
    public void requireHeld() {
        hold();
    }

    @Override
    public void hold() {
        requireAlive();
        Objects.requireNonNull(fence).hold();
    }

    /** The fence is changed together with the rows: servers of a cluster refuse the later one of two changes to the same row. */
    @Override
    public void update(String sql, @Nullable Object... arguments) {
        working.inTransaction(() -> {
            hold();
            return working.statements().update(sql, arguments);
        });
    }

    /** If the database cannot be reached, the lease expires: other processes take over when it was silent for long enough. */
    @Override
    public void close() {
        if (heartbeat != null) {
            heartbeat.stop();
            working.rollbackIfOpen(); // it may have locked the row that is released
            try (Session session = Session.openSecond(sessions)) {
                LeaseTable.release(session.statements(), term);
            } catch (SQLException | HeadwayException ignored) {
                // The lease expires.
            }
        }
    }
}
