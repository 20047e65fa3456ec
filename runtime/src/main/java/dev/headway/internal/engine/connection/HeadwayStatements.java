package dev.headway.internal.engine.connection;

import dev.headway.database.Databases;
import dev.headway.database.DetectedDatabase;
import dev.headway.error.DatabaseAccessException;
import dev.headway.schema.Column;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Headway's own statements on one connection, each prepared once. JDBI would parse their texts and inspect each argument again
 * for every step, which takes longer than most steps.
 */
public final class HeadwayStatements implements AutoCloseable {
    private final Connection connection;
    private String qualifier = "";
    private final Map<String, PreparedStatement> prepared = new HashMap<>();
    private final Map<String, PreparedStatement> inserts = new HashMap<>();
    private @Nullable DetectedDatabase database;

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** Returns the value of the row. */
        T read(ResultSet row) throws SQLException;
    }

    HeadwayStatements(Connection connection) {
        this.connection = connection;
    }

    /**
     * Addresses Headway's tables in {@code schema} from now on, so that no setting of the session can redirect them.
     *
     * @param schema its name, as the database stores it
     */
    public void useSchema(String schema) throws SQLException {
        String quote = connection.getMetaData().getIdentifierQuoteString();
        qualifier = quote + schema.replace(quote, quote + quote) + quote + ".";
    }

    /** Returns one of Headway's tables as statements address it. */
    public String table(String name) {
        return qualifier + name;
    }

    /** Returns the placeholder of an argument that is a time. */
    public String time() {
        try {
            return database().type().rows().ownTimePlaceholder();
        } catch (SQLException e) {
            throw failure("database metadata", e);
        }
    }

    /** Returns how a query reads a time. */
    public TimeColumn time(Column column) {
        try {
            return TimeColumn.of(column, database());
        } catch (SQLException e) {
            throw failure("database metadata", e);
        }
    }

    /** Runs a statement, and returns the number of rows that it changed. */
    public int update(String sql, @Nullable Object... arguments) {
        try {
            PreparedStatement statement = prepared.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
                prepared.put(sql, statement);
            }
            bind(statement, arguments);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Runs a statement that adds one row, and returns the {@code id} that the database generated. */
    public long insert(String sql, @Nullable Object... arguments) {
        try {
            PreparedStatement statement = inserts.get(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql, new String[] {"id"});
                inserts.put(sql, statement);
            }
            bind(statement, arguments);
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                if (!keys.next()) {
                    throw new SQLException("The database did not return the id of the new row");
                }
                return keys.getLong(1);
            }
        } catch (SQLException e) {
            throw failure(sql, e);
        }
    }

    /** Runs a query, and returns the value of each row. */
    public <T> List<T> query(String sql, RowReader<T> reader) {
        List<T> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(reader.read(rows));
            }
        } catch (SQLException e) {
            throw failure(sql, e);
        }
        return found;
    }

    private void bind(PreparedStatement statement, @Nullable Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(
                    i + 1,
                    argument instanceof OffsetDateTime time
                            ? database().type().rows().ownTime(time)
                            : argument);
        }
    }

    private DetectedDatabase database() throws SQLException {
        DetectedDatabase known = database;
        if (known == null) {
            known = Databases.detect(connection);
            database = known;
        }
        return known;
    }

    private static DatabaseAccessException failure(String sql, SQLException cause) {
        return new DatabaseAccessException("Headway's own statement failed: " + sql, cause);
    }

    /** Closing the connection would close the statements too, but the application's connection may stay open. */
    @Override
    public void close() {
        close(prepared);
        close(inserts);
    }

    private static void close(Map<String, PreparedStatement> statements) {
        for (PreparedStatement statement : statements.values()) {
            try {
                statement.close();
            } catch (SQLException goneWithItsConnection) {
                // The original failure has already been reported.
            }
        }
    }
}
