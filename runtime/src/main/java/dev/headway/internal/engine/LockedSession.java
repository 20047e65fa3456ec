package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.journal.LogTable;

/**
 * A session while this process holds the lock. Headway's own tables exist.
 *
 * @param session runs the steps
 * @param database the database of the session
 * @param log records only while the lock is held
 */
record LockedSession(Session session, DetectedDatabase database, LogTable log) {}
