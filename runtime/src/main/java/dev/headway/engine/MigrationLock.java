package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import dev.headway.LockTimeoutException;
import dev.headway.dialect.Dialect;
import dev.headway.dialect.OtherSession;
import dev.headway.progress.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets one upgrader at a time through. It is held by an open transaction on a connection of its own, so it ends when that
 * connection does, however that comes about; and no snapshot is kept open, so it is in the way of no statement.
 */
final class MigrationLock implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Dialect dialect;
    private final Session session;
    private final boolean ownSession;

    private MigrationLock(Dialect dialect, Session session, boolean ownSession) {
        this.dialect = dialect;
        this.session = session;
        this.ownSession = ownSession;
    }

    /**
     * Takes the lock, waiting for it if another process has it.
     *
     * @param working the session that runs the steps
     * @throws LockTimeoutException if that takes longer than {@code timeout}
     */
    @SuppressWarnings("try") // what is not needed is closed
    static MigrationLock take(Jdbi jdbi, Session working, Dialect dialect, Duration timeout, ProgressListener listener)
            throws SQLException {
        Session session = dialect.locksOnItsOwn() ? openSecond(jdbi) : working;
        MigrationLock lock = new MigrationLock(dialect, session, session != working);
        try {
            wait(session.handle().getConnection(), dialect, timeout, listener);
            return lock;
        } catch (SQLException | RuntimeException | Error e) {
            try (Session ended = lock.ownSession ? session : null) {
                throw e;
            }
        }
    }

    private static Session openSecond(Jdbi jdbi) throws SQLException {
        try {
            return Session.open(jdbi);
        } catch (ConnectionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseAccessException(
                        "Cannot get a second connection, so nothing was run; one holds the lock while another runs the"
                                + " steps, and a pool must have both",
                        refused);
            }
            throw e;
        }
    }

    private static void wait(Connection connection, Dialect dialect, Duration timeout, ProgressListener listener)
            throws SQLException {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (!dialect.tryLock(connection)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(timeout) >= 0) {
                throw new LockTimeoutException(
                        "Another process migrates this database and was not done after " + timeout.toSeconds() + " s"
                                + holders(connection, dialect)
                                + ". Nothing was run here. Wait for it, or allow more time"
                                + " with headway.lockTimeout.",
                        waited);
            }
            if (pause.equals(FIRST_PAUSE)) {
                listener.waitingForLock(timeout.minus(waited), holders(connection, dialect));
            }
            sleep(pause, waited);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static String holders(Connection connection, Dialect dialect) {
        List<String> holders = dialect.lockHolders(connection).stream()
                .map(OtherSession::describe)
                .toList();
        return holders.isEmpty() ? "" : ": " + String.join("; ", holders);
    }

    private static void sleep(Duration pause, Duration waited) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LockTimeoutException(
                    "Interrupted while another process migrates this database. Nothing was run here.", waited);
        }
    }

    @Override
    @SuppressWarnings("try") // what is its own is closed
    public void close() throws SQLException {
        try (Session ended = ownSession ? session : null) {
            dialect.unlock(session.handle().getConnection());
        }
    }
}
