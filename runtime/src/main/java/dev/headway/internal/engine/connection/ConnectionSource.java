package dev.headway.internal.engine.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Where connections to the database come from. */
public interface ConnectionSource {

    /** A query that needs one connection. */
    @FunctionalInterface
    interface Query<T> {
        /** Runs the query. */
        T run(Connection connection) throws SQLException;
    }

    /**
     * Runs a query on one plain connection, and returns the connection afterwards. Loads nothing that a query does not need:
     * no pool.
     */
    <T> T query(Query<T> query) throws SQLException;

    /** Does work that needs several sessions at once. */
    <T> T withSessions(Function<SessionFactory, T> work);
}
