package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.LockLostException;
import dev.headway.internal.engine.LeaseTable.Pulse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Timer;
import java.util.TimerTask;
import org.jspecify.annotations.Nullable;

/**
 * A lock for databases of several servers that have no locks in common, but rows. Its holder changes one again and again. If
 * that row stays the same for long enough, anyone may take over, which begins a new term; whoever waits measures that by its
 * own clock, so clocks need not agree.
 *
 * <p>A holder may have been paused, and not know that its term is over. So with whatever it notes it changes the fence of its
 * term, in one transaction: either there is none any more, or the servers refuse the later of two changes to the same row.
 */
final class Lease implements MigrationLock {
    /** How often a holder lets itself be heard. */
    static final Duration BEAT = Duration.ofSeconds(2);

    /** How long it must not have been heard of for others to take over. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    /** The class of SQL states for violated keys. */
    private static final String TAKEN_KEY = "23";

    private final Connector connector;
    private final Session working;
    private final DetectedDatabase database;
    private final Duration beat;
    private final Duration silence;
    private @Nullable Pulse seen;
    private long seenSince;
    private long term;
    private @Nullable Timer heart;

    /** Makes a lease that is not taken yet, for a session that runs the steps. */
    Lease(Connector connector, Session working, DetectedDatabase database, Duration beat, Duration silence) {
        this.connector = connector;
        this.working = working;
        this.database = database;
        this.beat = beat;
        this.silence = silence;
    }

    /** Makes a lease that is not taken yet, with the usual times. */
    static Lease open(Connector connector, Session working, DetectedDatabase database) throws SQLException {
        Session.openSecond(connector).close(); // the holder lets itself be heard over one
        return new Lease(connector, working, database, BEAT, SILENCE);
    }

    @Override
    public boolean tryTake() throws SQLException {
        OwnTable.require(LeaseTable.DEFINITION, working, database);
        try {
            Pulse pulse = working.inTransaction(this::look);
            if (!isFree(pulse)
                    || !working.inTransaction(() -> LeaseTable.take(working.own(), pulse, Executor.ofThisProcess()))) {
                return false;
            }
            begin(pulse.term() + 1);
            return true;
        } catch (DatabaseAccessException e) {
            if (isRace(e)) {
                return false;
            }
            throw e;
        }
    }

    private Pulse look() {
        return LeaseTable.look(working.own()).orElseGet(() -> LeaseTable.begin(working.own()));
    }

    private boolean isFree(Pulse pulse) {
        if (!pulse.equals(seen)) {
            seen = pulse;
            seenSince = System.nanoTime();
        }
        return pulse.holder() == null || System.nanoTime() - seenSince >= silence.toNanos();
    }

    /** Returns whether another process did the same on another server, and was first. */
    private boolean isRace(DatabaseAccessException e) {
        return e.getCause() instanceof SQLException refused
                && (database.type().errorCodes().isLockConflict(refused)
                        || String.valueOf(refused.getSQLState()).startsWith(TAKEN_KEY));
    }

    private void begin(long begun) {
        term = begun;
        heart = new Timer("headway-lease", true);
        heart.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        beat();
                    }
                },
                beat.toMillis(),
                beat.toMillis());
    }

    private void beat() {
        try (Session session = Session.open(connector)) {
            LeaseTable.beat(session.own(), term);
        } catch (SQLException | DatabaseAccessException unheard) {
            // The next one tries again. If none gets through, the fence tells.
        }
    }

    @Override
    public List<String> holders() throws SQLException {
        try (Session session = Session.open(connector)) {
            return LeaseTable.look(session.own()).map(Pulse::holder).stream().toList();
        }
    }

    @Override
    public boolean fences() {
        return true;
    }

    @Override
    public void require(Session session) {
        if (!LeaseTable.fence(session.own(), term)) {
            throw new LockLostException(
                    "Another process took over: this one was not heard of for " + silence.toSeconds()
                            + " s, because it was paused or cut off from the database. What it noted before stays; what it was at"
                            + " is not noted, and the other finds out whether it was done, and goes on. Nothing more is run here."
                            + " headway log tells how the other comes along.");
        }
    }

    /** Without an answer, it ends by itself: then others wait until they have not heard of this one for long enough. */
    @Override
    public void close() {
        if (heart != null) {
            heart.cancel();
            try (Session session = Session.open(connector)) {
                LeaseTable.end(session.own(), term);
            } catch (SQLException | DatabaseAccessException unheard) {
                // See above.
            }
        }
    }
}
