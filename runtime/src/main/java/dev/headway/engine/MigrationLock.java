package dev.headway.engine;

import dev.headway.LockLostException;
import dev.headway.dialect.Dialect;
import java.sql.SQLException;
import java.util.List;

/** Lets one upgrader at a time through. It is free when it is made, and again when it is closed. */
interface MigrationLock extends AutoCloseable {

    /** Returns the lock that reaches whoever might migrate the database that {@code working} is connected to. */
    static MigrationLock of(Connector connector, Session working, Dialect dialect) throws SQLException {
        return dialect.locksReachAll(working.connection())
                ? ConnectionLock.open(connector, working, dialect)
                : Lease.open(connector, working, dialect);
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
