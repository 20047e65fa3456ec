package dev.headway.database;

import java.sql.SQLException;

/** What a database needs around the transaction of a step, on the connection that runs it. */
public interface StepSession extends AutoCloseable {
    /** Where nothing is needed. */
    StepSession NOTHING = new StepSession() {
        @Override
        public void begun() {
            // nothing is needed
        }

        @Override
        public void beforeCommit() {
            // nothing is needed
        }

        @Override
        public void close() {
            // nothing is needed
        }
    };

    /** Hears that the transaction began, if the step has one. */
    void begun() throws SQLException;

    /**
     * Hears that all statements are done, and the transaction is about to be committed.
     *
     * @throws IllegalStateException if it may not be; the message says why
     */
    void beforeCommit() throws SQLException;

    /** Sets back what concerns the connection, when the transaction has ended. */
    @Override
    void close() throws SQLException;
}
