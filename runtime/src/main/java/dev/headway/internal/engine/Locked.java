package dev.headway.internal.engine;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.RunSession;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.LockLostException;
import dev.headway.error.MigrationFailedException;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;

/** Work on the database under the lock, once Headway's own tables are there. */
final class Locked<T> implements Function<Connector, T> {
    private final Work<T> work;
    private final Duration lockTimeout;
    private final ProgressListener listener;

    /** What is done while the lock is held. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it where these revisions are applied. */
        T on(Session session, DetectedDatabase database, Applied applied, StepLog log) throws SQLException;
    }

    Locked(Work<T> work, Duration lockTimeout, ProgressListener listener) {
        this.work = work;
        this.lockTimeout = lockTimeout;
        this.listener = listener;
    }

    @Override
    public T apply(Connector connector) {
        try {
            return runLocked(connector);
        } catch (MigrationFailedException e) {
            InterruptedStepException.giveBackAfter(e);
            throw e;
        } catch (SQLException e) {
            throw new DatabaseAccessException("Headway's own bookkeeping failed", e);
        }
    }

    @SuppressWarnings("try") // what is made ready is set back
    private T runLocked(Connector connector) throws SQLException {
        try (Session session = Session.open(connector)) {
            DetectedDatabase database = Databases.detect(session.connection());
            try (MigrationLock lock = MigrationLock.of(connector, session, database)) {
                new LockWait(lockTimeout, listener).take(lock);
                try (RunSession ready = database.type().sessions().openRun(session.connection())) {
                    OwnTable.require(HistoryTable.DEFINITION, session, database);
                    OwnTable.require(StepLog.DEFINITION, session, database);
                    return work(session, database, lock);
                }
            }
        }
    }

    private T work(Session session, DetectedDatabase database, MigrationLock lock) throws SQLException {
        Applied applied = HistoryTable.read(session.connection());
        try {
            return work.on(session, database, applied, new StepLog(session, Executor.ofThisProcess(), lock));
        } catch (DatabaseAccessException e) {
            if (e.getCause() instanceof SQLException refused
                    && database.type().errorCodes().isLockConflict(refused)) {
                requireAfter(e, session, lock);
            }
            throw e;
        }
    }

    /** What collides with something of another process may do so because that has the lock now. */
    private static void requireAfter(DatabaseAccessException collision, Session session, MigrationLock lock) {
        if (session.isInTransaction()) {
            session.rollback();
        }
        try {
            lock.require(session);
        } catch (LockLostException lost) {
            lost.addSuppressed(collision);
            throw lost;
        }
    }
}
