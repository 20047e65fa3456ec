package dev.headway.engine;

import dev.headway.LockLostException;
import dev.headway.dialect.Dialect;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Lets one upgrader at a time through. It is free when it is made, and again when it is closed. */
interface MigrationLock extends AutoCloseable {

    /** Returns the lock that reaches whoever might migrate the database that {@code working} is connected to. */
    static MigrationLock of(Jdbi jdbi, Session working, Dialect dialect) throws SQLException {
        return dialect.locksReachAll(working.handle().getConnection())
                ? ConnectionLock.open(jdbi, working, dialect)
                : Lease.open(jdbi, working, dialect);
    }

    /** Tries to take it, and waits for nothing. */
    boolean tryTake() throws SQLException;

    /** Returns who has it, as far as that is known. */
    List<String> holders() throws SQLException;

    /** Returns whether {@link #require} changes something, so that what depends on it must share its transaction. */
    boolean fences();

    /**
     * Has the transaction of {@code handle} come to nothing unless the lock is still held when it is committed.
     *
     * @throws LockLostException if it is not held now
     */
    void require(Handle handle);

    /** Gives it back, if it was taken. */
    @Override
    void close() throws SQLException;
}
