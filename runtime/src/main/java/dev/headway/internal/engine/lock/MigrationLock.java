package dev.headway.internal.engine.lock;

import dev.headway.database.DetectedDatabase;
import dev.headway.error.LockLostException;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.SessionFactory;
import java.sql.SQLException;
import java.util.List;

/** Lets one process at a time migrate a database. A new lock is not acquired yet; closing it releases it. */
public interface MigrationLock extends AutoCloseable {

    /** Returns the lock that excludes every other process that may migrate the database of {@code working}. */
    static MigrationLock of(SessionFactory sessions, Session working, DetectedDatabase database) throws SQLException {
        return database.type().lock().reachesAllServers(working.connection())
                ? ConnectionLock.open(sessions, working, database)
                : Lease.open(sessions, working, database);
    }

    /** Tries to acquire the lock, without waiting; returns whether it succeeded. */
    boolean tryAcquire() throws SQLException;

    /** Describes the sessions or processes that hold the lock. The list is empty if they are unknown. */
    List<String> holders() throws SQLException;

    /**
     * Returns whether {@link #requireHeld} changes a row, so the statements that depend on the lock must share its
     * transaction.
     */
    boolean usesFence();

    /**
     * Ensures that the transaction of {@code session} can only be committed while this process holds the lock.
     *
     * @throws LockLostException if this process does not hold the lock now
     */
    void requireHeld(Session session);

    /** Releases the lock, if it was acquired. */
    @Override
    void close() throws SQLException;
}
