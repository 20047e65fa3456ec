package dev.headway.engine;

import dev.headway.ConfigurationException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The schema that a connection works in: a database on MariaDB and MySQL, the search path on PostgreSQL. */
final class CurrentSchema {
    private final Connection connection;
    private final String product;

    private CurrentSchema(Connection connection) throws SQLException {
        this.connection = connection;
        this.product = connection.getMetaData().getDatabaseProductName();
    }

    static CurrentSchema of(Connection connection) throws SQLException {
        return new CurrentSchema(connection);
    }

    /** Returns what tells the connection where tables are: PostgreSQL's search path may name several schemas. */
    String place() throws SQLException {
        return switch (product) {
            case "PostgreSQL" -> String.valueOf(answer("SELECT current_setting(?)", "search_path"));
            case "MariaDB", "MySQL" -> String.valueOf(connection.getCatalog());
            default -> connection.getSchema();
        };
    }

    /** Goes back to where {@link #place} was. */
    void leaveTo(String place) throws SQLException {
        switch (product) {
            case "PostgreSQL" -> answer("SELECT set_config('search_path', ?, false)", place);
            case "MariaDB", "MySQL" -> connection.setCatalog(place);
            default -> connection.setSchema(place);
        }
    }

    /**
     * Works in a schema from now on.
     *
     * @param schema its name, as the database has it
     * @throws ConfigurationException if there is none, or this user may not use it
     */
    void enter(String schema) {
        try {
            switch (product) {
                case "PostgreSQL" -> {
                    answer("SELECT set_config('search_path', quote_ident(?), false)", schema);
                    if (answer("SELECT current_schema() WHERE current_schema() = ?", schema) == null) {
                        throw missing(schema, "");
                    }
                }
                case "MariaDB", "MySQL" -> connection.setCatalog(schema);
                case "SQLite" ->
                    throw new ConfigurationException("SQLite has no schemas, so the schema '" + schema
                            + "' cannot be worked in, and nothing was run. Leave headway.schema out.");
                default -> connection.setSchema(schema);
            }
        } catch (SQLException e) {
            throw missing(schema, ": " + e.getMessage());
        }
    }

    private static ConfigurationException missing(String schema, String words) {
        return new ConfigurationException(
                "The schema '" + schema + "' is not there, or this user may not use it" + words
                        + ". Nothing was run. Create it, grant its use, or mend headway.schema, which is the name as the database"
                        + " spells it.");
    }

    private @Nullable String answer(String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getString(1) : null;
            }
        }
    }
}
