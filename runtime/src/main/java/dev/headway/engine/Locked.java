package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import dev.headway.LockLostException;
import dev.headway.MigrationFailedException;
import dev.headway.dialect.Dialect;
import dev.headway.dialect.Dialects;
import dev.headway.dialect.RunSession;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * Work on the database under the lock, once Headway's own tables are there. A class of its own, since its verification alone
 * loads JDBI.
 */
final class Locked<T> implements Function<Jdbi, T> {
    private final Work<T> work;
    private final Duration lockTimeout;
    private final ProgressListener listener;

    /** What is done while the lock is held. */
    @FunctionalInterface
    interface Work<T> {
        /** Does it where these revisions are applied. */
        T on(Handle handle, Dialect dialect, Applied applied, StepLog log) throws SQLException;
    }

    Locked(Work<T> work, Duration lockTimeout, ProgressListener listener) {
        this.work = work;
        this.lockTimeout = lockTimeout;
        this.listener = listener;
    }

    @Override
    public T apply(Jdbi jdbi) {
        try {
            return runLocked(jdbi);
        } catch (MigrationFailedException e) {
            InterruptedStepException.giveBackAfter(e);
            throw e;
        } catch (ConnectionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseAccessException("Cannot get a connection, so nothing was run", refused);
            }
            throw e;
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseAccessException("Headway's own bookkeeping failed", refused);
            }
            throw e;
        }
    }

    @SuppressWarnings("try") // what is made ready is set back
    private T runLocked(Jdbi jdbi) {
        try (Session session = Session.open(jdbi)) {
            Handle handle = session.handle();
            Dialect dialect = Dialects.of(handle.getConnection());
            try (MigrationLock lock = MigrationLock.of(jdbi, session, dialect)) {
                new LockWait(lockTimeout, listener).take(lock);
                try (RunSession ready = dialect.open(handle.getConnection())) {
                    OwnTable.require(HistoryTable.DEFINITION, handle, dialect);
                    OwnTable.require(StepLog.DEFINITION, handle, dialect);
                    return work(handle, dialect, lock);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException("Headway's own bookkeeping failed", e);
        }
    }

    private T work(Handle handle, Dialect dialect, MigrationLock lock) throws SQLException {
        Applied applied = HistoryTable.read(handle.getConnection());
        try (OwnStatements statements = new OwnStatements(handle.getConnection())) {
            return work.on(handle, dialect, applied, new StepLog(handle, statements, Executor.ofThisProcess(), lock));
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException refused && dialect.saysLocked(refused)) {
                requireAfter(e, handle, lock);
            }
            throw e;
        }
    }

    /** What collides with something of another process may do so because that has the lock now. */
    private static void requireAfter(JdbiException collision, Handle handle, MigrationLock lock) {
        if (handle.isInTransaction()) {
            Transactions.rollback(handle);
        }
        try {
            lock.require(handle);
        } catch (LockLostException lost) {
            lost.addSuppressed(collision);
            throw lost;
        }
    }
}
