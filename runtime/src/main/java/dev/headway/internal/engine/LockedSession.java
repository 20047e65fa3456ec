package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.lock.MigrationLock;

/**
 * A session while this process holds the lock. Headway's own tables exist.
 *
 * @param database the database of the session
 * @param lock the lock
 * @param log records only while the lock is held
 */
record LockedSession(DetectedDatabase database, MigrationLock lock, LogTable log) {
    /** Returns the session, which runs the steps. */
    Session session() {
        return lock.working();
    }
}
