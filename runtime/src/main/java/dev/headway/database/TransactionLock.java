package dev.headway.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Helps to implement a {@link DatabaseLock} that lasts as long as a transaction. It ends with the connection, and it works
 * behind a pooler that assigns connections to transactions.
 *
 * @since 0.1
 */
public final class TransactionLock {
    private TransactionLock() {}

    /**
     * Begins a transaction and runs a query. If the query returns a row, the transaction stays open and holds the lock.
     * Otherwise the transaction is rolled back.
     *
     * @param query a query that locks without waiting and returns a row if it succeeded
     * @param settings statements to run before the query, such as {@code SET LOCAL …}
     * @return whether the lock was acquired
     */
    public static boolean tryAcquire(Connection connection, String query, String... settings) throws SQLException {
        connection.setAutoCommit(false);
        boolean acquired = false;
        try {
            for (String sql : settings) {
                execute(connection, sql);
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                acquired = rows.next();
                return acquired;
            }
        } finally {
            if (!acquired) {
                release(connection);
            }
        }
    }

    /** Releases the lock by rolling back its transaction, and returns the connection to auto-commit mode. */
    public static void release(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    /** Executes a statement, such as one that creates the table whose row is locked. */
    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
