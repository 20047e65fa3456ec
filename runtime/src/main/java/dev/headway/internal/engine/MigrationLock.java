package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.error.LockLostException;
import java.sql.SQLException;
import java.util.List;

/** Lets one upgrader at a time through. It is free when it is made, and again when it is closed. */
interface MigrationLock extends AutoCloseable {

    /** Returns the lock that reaches whoever might migrate the database that {@code working} is connected to. */
    static MigrationLock of(Connector connector, Session working, DetectedDatabase database) throws SQLException {
        return database.type().lock().reachesAllServers(working.connection())
                ? ConnectionLock.open(connector, working, database)
                : Lease.open(connector, working, database);
    }

    /** Tries to take it, and waits for nothing. */
    boolean tryTake() throws SQLException;

    /** Returns who has it, as far as that is known. */
    List<String> holders() throws SQLException;

    /** Returns whether {@link #require} changes something, so that what depends on it must share its transaction. */
    boolean fences();

    /**
     * Has the transaction of {@code session} come to nothing unless the lock is still held when it is committed.
     *
     * @throws LockLostException if it is not held now
     */
    void require(Session session);

    /** Gives it back, if it was taken. */
    @Override
    void close() throws SQLException;
}
