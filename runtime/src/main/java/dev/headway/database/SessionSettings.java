package dev.headway.database;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * The settings that a session had at some time, from {@link SessionRules#settings}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SessionSettings {
    /** No settings. */
    SessionSettings NONE = connection -> {};

    /**
     * Sets those settings back that differ now, and only those: others may be the application's own. A transaction may be open,
     * which this must not end; settings that can't be changed during a transaction are left for the call that follows it.
     *
     * @throws SQLException if that is impossible
     */
    void restore(Connection connection) throws SQLException;

    /**
     * Drops what the session has had since then and no other session sees, such as temporary tables and the locks of a session. No
     * transaction is open. Default: nothing.
     *
     * @throws SQLException if that is impossible
     */
    default void dropLeftovers(Connection connection) throws SQLException {}
}
