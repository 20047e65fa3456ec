package dev.headway.internal.engine;

import dev.headway.error.DatabaseAccessException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headway's own statements on one connection, each prepared once. JDBI would look at their texts and at each argument again
 * for every step, which takes longer than most steps do.
 */
final class OwnStatements implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<String, PreparedStatement> numbering = new HashMap<>();

    /** Makes something of the row that is next. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    OwnStatements(Connection connection) {
        this.connection = connection;
    }

    /** Runs a statement; returns how many rows it changed. */
    int update(String sql, @Nullable Object... arguments) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Runs a statement that adds one row; returns the {@code id} that the database gave it. */
    long insert(String sql, @Nullable Object... arguments) {
        try {
            PreparedStatement statement = numbering.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql, new String[] {"id"});
                numbering.put(sql, statement);
            }
            bind(statement, arguments);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new SQLException("The database does not tell the id of the row that it added");
                }
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    /** Returns what {@code row} makes of each row that a query finds. */
    <T> List<T> rows(String sql, Row<T> row) {
        List<T> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(row.read(rows));
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
        return found;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }

    private static DatabaseAccessException failed(String sql, SQLException cause) {
        return new DatabaseAccessException("Headway's own bookkeeping failed at " + sql, cause);
    }

    /** The connection would close them too, but it may be the application's, and stay open. */
    @Override
    public void close() {
        close(prepared);
        close(numbering);
    }

    private static void close(Map<String, PreparedStatement> statements) {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException goneWithItsConnection) {
                // Whatever was to be told of that connection has been told by what ran on it.
            }
        }
    }
}
