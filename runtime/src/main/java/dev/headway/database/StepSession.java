package dev.headway.database;

import java.sql.SQLException;

/**
 * Settings of the session for one step, from {@link SessionRules#openStep} to the end of the step.
 *
 * @since 0.1
 */
public interface StepSession extends AutoCloseable {
    /** Changes nothing. */
    StepSession NOTHING = new StepSession() {
        @Override
        public void begun() {
            // changes nothing
        }

        @Override
        public void beforeCommit() {
            // changes nothing
        }

        @Override
        public void close() {
            // changes nothing
        }
    };

    /** Runs after the transaction of the step began. A step without a transaction doesn't call it. */
    void begun() throws SQLException;

    /**
     * Runs after the last statement, before the transaction is committed.
     *
     * @throws IllegalStateException if the transaction must not be committed; the message gives the reason
     */
    void beforeCommit() throws SQLException;

    /** Restores the settings, after the transaction ended. */
    @Override
    void close() throws SQLException;
}
