package dev.headway.database;

import java.sql.SQLException;

/**
 * Settings of the session that runs the steps, from {@link SessionRules#openRun} to the end of the run.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface RunSession extends AutoCloseable {
    /** Changes nothing. */
    RunSession NOTHING = () -> {};

    /** Restores the settings, after rolling back an open transaction if that is necessary. */
    @Override
    void close() throws SQLException;
}
