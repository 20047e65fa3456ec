package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import dev.headway.LockTimeoutException;
import dev.headway.dialect.Dialect;
import dev.headway.progress.ProgressListener;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets one upgrader at a time through. It is held by an open transaction on a connection of its own, so it ends when that
 * connection does, however that comes about; and no snapshot is kept open, so it is in the way of no statement.
 */
final class MigrationLock implements AutoCloseable {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final Session session;

    private MigrationLock(Session session) {
        this.session = session;
    }

    /**
     * Takes the lock, waiting for it if another process has it.
     *
     * @throws LockTimeoutException if that takes longer than {@code timeout}
     */
    static MigrationLock take(Jdbi jdbi, Dialect dialect, Duration timeout, ProgressListener listener)
            throws SQLException {
        Session session = openSecond(jdbi);
        try {
            wait(session.handle(), dialect, timeout, listener);
            execute(session.handle(), dialect.keepLock());
            return new MigrationLock(session);
        } catch (SQLException | RuntimeException | Error e) {
            try (session) {
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

    private static void wait(Handle handle, Dialect dialect, Duration timeout, ProgressListener listener)
            throws SQLException {
        long start = System.nanoTime();
        Duration pause = FIRST_PAUSE;
        while (!tryOnce(handle, dialect)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - start);
            if (waited.compareTo(timeout) >= 0) {
                throw new LockTimeoutException(
                        "Another process migrates this database and was not done after " + timeout.toSeconds()
                                + " s. Nothing was run here. Wait for it, or allow more time with headway.lockTimeout.",
                        waited);
            }
            if (pause.equals(FIRST_PAUSE)) {
                listener.waitingForLock(timeout.minus(waited));
            }
            sleep(pause, waited);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private static boolean tryOnce(Handle handle, Dialect dialect) throws SQLException {
        try {
            return query(handle, dialect);
        } catch (SQLException e) {
            if (dialect.prepareLock().isEmpty()) {
                throw e;
            }
            execute(handle, dialect.prepareLock());
            return query(handle, dialect);
        }
    }

    private static boolean query(Handle handle, Dialect dialect) throws SQLException {
        Transactions.begin(handle);
        boolean taken = false;
        try (Statement statement = handle.getConnection().createStatement()) {
            execute(handle, dialect.openLock());
            try (ResultSet rows = statement.executeQuery(dialect.tryLock())) {
                taken = rows.next();
                return taken;
            }
        } finally {
            if (!taken) {
                Transactions.rollback(handle);
            }
        }
    }

    private static void execute(Handle handle, List<String> statements) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
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
    public void close() throws SQLException {
        session.close();
    }
}
