package dev.headway.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A lock that ends with a transaction, and so with the connection, and behind any pooler that lends by the transaction. */
public final class TransactionLock {
    private TransactionLock() {}

    /**
     * Begins a transaction, says what it is like, and runs {@code query}, which finds a row if it took the lock; otherwise
     * ends it again.
     */
    public static boolean tryLock(Connection connection, String query, String... transaction) throws SQLException {
        connection.setAutoCommit(false);
        boolean taken = false;
        try {
            for (String sql : transaction) {
                execute(connection, sql);
            }
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                taken = rows.next();
                return taken;
            }
        } finally {
            if (!taken) {
                unlock(connection);
            }
        }
    }

    public static void unlock(Connection connection) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    public static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
