package dev.headway.internal.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;

/** Where connections to the database come from. */
public interface ConnectionSource {

    /** A question to the database. */
    @FunctionalInterface
    interface Question<T> {
        /** Asks it. */
        T ask(Connection connection) throws SQLException;
    }

    /**
     * Asks a question over one plain connection, which is given back afterwards. Loads nothing that a question does not
     * need: no pool.
     */
    <T> T ask(Question<T> question) throws SQLException;

    /** Does work that takes several sessions at once. */
    <T> T work(Function<Connector, T> work);
}
