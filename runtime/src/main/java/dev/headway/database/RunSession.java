package dev.headway.database;

import java.sql.SQLException;

/** What a database needs while the lock is held, on the connection that runs the steps. */
@FunctionalInterface
public interface RunSession extends AutoCloseable {
    /** Where nothing is needed. */
    RunSession NOTHING = () -> {};

    /** Sets back what was set, and rolls back what is open. */
    @Override
    void close() throws SQLException;
}
