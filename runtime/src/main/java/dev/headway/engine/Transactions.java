package dev.headway.engine;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.transaction.TransactionException;

/**
 * Transactions on the handle of a {@link Session}. A handle whose connection came without autocommit takes it for granted
 * that it is in a transaction, and begins none: so each beginning and end says itself what holds for the connection.
 */
final class Transactions {
    private Transactions() {}

    static void begin(Handle handle) {
        handle.begin();
        setAutoCommit(handle, false);
    }

    static void commit(Handle handle) {
        handle.commit();
        setAutoCommit(handle, true);
    }

    static void rollback(Handle handle) {
        handle.rollback();
        setAutoCommit(handle, true);
    }

    /** Returns what {@code work} does in one transaction: that which is open, or else one of its own. */
    static <T> T in(Handle handle, Supplier<T> work) {
        if (handle.isInTransaction()) {
            return work.get();
        }
        begin(handle);
        try {
            T result = work.get();
            commit(handle);
            return result;
        } catch (RuntimeException | Error e) {
            rollbackAfter(e, handle);
            throw e;
        }
    }

    private static void rollbackAfter(Throwable failure, Handle handle) {
        try {
            if (handle.isInTransaction()) {
                rollback(handle);
            }
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private static void setAutoCommit(Handle handle, boolean autocommit) {
        try {
            handle.getConnection().setAutoCommit(autocommit);
        } catch (SQLException e) {
            throw new TransactionException("Cannot change autocommit", e);
        }
    }
}
