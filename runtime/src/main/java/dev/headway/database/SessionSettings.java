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
     * Sets those settings back that differ now, and only those: others may be the application's own.
     *
     * @throws SQLException if that is impossible
     */
    void restore(Connection connection) throws SQLException;
}
