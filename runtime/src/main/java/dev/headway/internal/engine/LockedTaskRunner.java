package dev.headway.internal.engine;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.RunSession;
import dev.headway.database.SessionRules;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.LockLostException;
import dev.headway.error.MigrationFailedException;
import dev.headway.internal.engine.connection.ConnectionSource;
import dev.headway.internal.engine.connection.HeadwayTable;
import dev.headway.internal.engine.connection.ProcessIdentity;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.SessionFactory;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.journal.RevisionTable;
import dev.headway.internal.engine.lock.LockWait;
import dev.headway.internal.engine.lock.MigrationLock;
import dev.headway.internal.engine.step.StepInterruptedException;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Runs tasks on a database under the lock, after it has created Headway's own tables. */
final class LockedTaskRunner {
    private final ConnectionSource connections;
    private final Duration lockTimeout;
    private final ProgressListener listener;

    LockedTaskRunner(ConnectionSource connections, Duration lockTimeout, ProgressListener listener) {
        this.connections = connections;
        this.lockTimeout = lockTimeout;
        this.listener = listener;
    }

    /** Runs a task, and returns its result. */
    <T> T run(LockedTask<T> task) {
        return connections.withSessions(sessions -> run(task, sessions));
    }

    private <T> T run(LockedTask<T> task, SessionFactory sessions) {
        try {
            return runLocked(task, sessions);
        } catch (MigrationFailedException e) {
            StepInterruptedException.restoreInterrupt(e);
            throw e;
        } catch (SQLException e) {
            throw new DatabaseAccessException("One of Headway's own statements failed", e);
        }
    }

    @SuppressWarnings("try") // closing the resources releases the lock, and restores the session
    private <T> T runLocked(LockedTask<T> task, SessionFactory sessions) throws SQLException {
        try (Session first = Session.openFirst(sessions)) {
            DetectedDatabase database = Databases.detect(first.connection());
            try (MigrationLock lock = MigrationLock.of(sessions, first, database, listener)) {
                new LockWait(lockTimeout, listener).acquire(lock);
                try (RunSession prepared =
                        database.type().sessions().openRun(lock.working().connection())) {
                    HeadwayTable.createIfMissing(RevisionTable.DEFINITION, lock.working(), database);
                    HeadwayTable.createIfMissing(LogTable.DEFINITION, lock.working(), database);
                    warnOfOtherTables(lock.working(), database.type().sessions());
                    return run(
                            task,
                            new LockedSession(database, lock, new LogTable(ProcessIdentity.ofThisProcess(), lock)));
                }
            }
        }
    }

    private static <T> T run(LockedTask<T> task, LockedSession locked) throws SQLException {
        AppliedRevisions applied = RevisionTable.read(locked.session());
        try {
            return task.run(locked, applied);
        } catch (DatabaseAccessException e) {
            if (e.getCause() instanceof SQLException refused
                    && locked.database().type().errorCodes().isLockConflict(refused)) {
                requireLockAfter(e, locked);
            }
            throw e;
        }
    }

    /** A conflict with another process may mean that the other process has taken over the lock. */
    private static void requireLockAfter(DatabaseAccessException conflict, LockedSession locked) {
        locked.session().rollbackIfOpen();
        try {
            locked.lock().hold();
        } catch (LockLostException lost) {
            lost.addSuppressed(conflict);
            throw lost;
        }
    }

    private void warnOfOtherTables(Session session, SessionRules rules) throws SQLException {
        List<String> others = rules.otherSchemasWith(session.connection(), RevisionTable.NAME);
        if (!others.isEmpty()) {
            listener.ambiguousTable("The table " + session.statements().table(RevisionTable.NAME)
                    + " records what is applied, and is the only one that Headway uses. A table of that name also exists in "
                    + String.join(", ", others)
                    + ", which this session searches too. If the revisions recorded there are the ones of this"
                    + " application, set headway.schema to that schema; otherwise rename or drop that table.");
        }
    }
}
