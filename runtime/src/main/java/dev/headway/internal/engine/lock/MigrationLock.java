package dev.headway.internal.engine.lock;

import dev.headway.database.DetectedDatabase;
import dev.headway.error.ConfigurationException;
import dev.headway.error.LockLostException;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.connection.SessionFactory;
import dev.headway.internal.engine.connection.TableLookup;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time migrate a database. A new lock is not acquired yet; closing it releases it. What the process writes
 * takes effect only while it holds the lock, even if it did not notice that it lost the lock.
 */
public interface MigrationLock extends AutoCloseable {

    /**
     * Returns the lock that excludes every other process that may migrate the database of {@code first}.
     *
     * @param first the first session of the run
     * @throws ConfigurationException if the session works in no schema
     */
    static MigrationLock of(
            SessionFactory sessions, Session first, DetectedDatabase database, ProgressListener listener)
            throws SQLException {
        first.requireSchema();
        String schema = database.type().sessions().serverSchema(first.connection());
        if (schema == null) {
            throw TableLookup.inNoSchema();
        }
        return database.type().lock().reachesAllServers(first.connection())
                ? ConnectionLock.open(sessions, first, database, schema, listener)
                : Lease.open(sessions, first, database, schema);
    }

    /** Tries to acquire the lock, without waiting; returns whether it succeeded. */
    boolean tryAcquire() throws SQLException;

    /** Describes the sessions or processes that hold the lock. The list is empty if they are unknown. */
    List<String> holders() throws SQLException;

    /** Returns the session that runs the steps, after the lock was acquired. */
    Session working();

    /**
     * Ensures that nothing is known of a lost lock. Asks no database.
     *
     * @throws LockLostException if this process lost the lock
     */
    void requireAlive();

    /**
     * Ensures that this process holds the lock, before a statement that no transaction can take back. Asks the database unless it
     * was asked a moment ago.
     *
     * @throws LockLostException if this process lost the lock
     */
    void requireHeld();

    /**
     * Ensures that no other process acquires the lock before the open transaction ends.
     *
     * @throws LockLostException if this process lost the lock
     */
    void hold();

    /**
     * Updates rows of one of Headway's own tables, if this process holds the lock.
     *
     * @param sql an {@code UPDATE} with a condition
     * @throws LockLostException if this process lost the lock, so nothing was updated
     */
    void update(String sql, @Nullable Object... arguments);

    /** Releases the lock, if it was acquired, and closes the session that ran the steps. */
    @Override
    void close();
}
