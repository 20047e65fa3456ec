package dev.headway.internal.engine.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Returns a connection to its owner in its original state. A connection that cannot be restored is ended instead, so that no
 * other user gets it with changed settings.
 */
final class ReturnedConnection implements AutoCloseable {
    private final Connection connection;
    private final Action release;
    private final List<Action> restorers = new ArrayList<>();
    private boolean endsInstead;

    /** Something to do with a connection. */
    @FunctionalInterface
    interface Action {
        /** Does it. */
        void run() throws SQLException;
    }

    /** Creates the return of {@code connection} by {@code release}. */
    ReturnedConnection(Connection connection, Action release) {
        this.connection = connection;
        this.release = release;
    }

    /** Restores something before the connection is returned. The last one that was added runs first. */
    void restoreWith(Action restorer) {
        restorers.add(0, restorer);
    }

    /** Ends the connection when this is closed. */
    void endInsteadOfReturning() {
        endsInstead = true;
    }

    /** Never throws: what was done with the connection is complete, and a connection that is ended cannot harm anybody. */
    @Override
    public void close() {
        try {
            if (endsInstead) {
                end();
            } else {
                restore();
            }
        } catch (SQLException | RuntimeException e) {
            end();
        }
        try {
            release.run();
        } catch (SQLException | RuntimeException e) {
            end();
        }
    }

    private void restore() throws SQLException {
        for (Action restorer : restorers) {
            restorer.run();
        }
    }

    private void end() {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException | RuntimeException e) {
            // The connection is broken, which ends it as well.
        }
        try {
            connection.createStatement().close();
        } catch (SQLException | RuntimeException e) {
            // A pool notices only by such a failure that it must not lend the connection again.
        }
    }
}
