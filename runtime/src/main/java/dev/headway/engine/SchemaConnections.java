package dev.headway.engine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.ConnectionFactory;
import org.jdbi.v3.core.Jdbi;

/** Connections of a data source to one of its schemas; they are given back as they were. */
public final class SchemaConnections implements ConnectionSource {
    private final DataSource dataSource;
    private final String schema;

    /** Takes connections from {@code dataSource}, which stays the caller's to close, to {@code schema}. */
    public SchemaConnections(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    @Override
    public <T> T ask(Question<T> question) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String before = place(connection);
            enter(connection, schema);
            try {
                return question.ask(connection);
            } finally {
                leave(connection, before);
            }
        }
    }

    @Override
    public <T> T work(Function<Jdbi, T> work) {
        return work.apply(Jdbi.create(new InSchema()));
    }

    /** Returns what tells a connection where tables are: PostgreSQL's search path may name several schemas. */
    private static String place(Connection connection) throws SQLException {
        return switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> setting(connection, "SELECT current_setting(?)", "search_path");
            case "MariaDB", "MySQL" -> String.valueOf(connection.getCatalog());
            default -> connection.getSchema();
        };
    }

    private static void enter(Connection connection, String schema) throws SQLException {
        switch (connection.getMetaData().getDatabaseProductName()) {
            case "PostgreSQL" -> setting(connection, "SELECT set_config('search_path', quote_ident(?), false)", schema);
            case "MariaDB", "MySQL" -> connection.setCatalog(schema);
            default -> connection.setSchema(schema);
        }
    }

    private static void leave(Connection connection, String before) throws SQLException {
        if (connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
            setting(connection, "SELECT set_config('search_path', ?, false)", before);
        } else {
            enter(connection, before);
        }
    }

    private static String setting(Connection connection, String query, String argument) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, argument);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Not a lambda or a method reference: a question must not load JDBI. */
    private final class InSchema implements ConnectionFactory {
        private final Map<Connection, String> before = Collections.synchronizedMap(new IdentityHashMap<>());

        @Override
        public Connection openConnection() throws SQLException {
            Connection connection = dataSource.getConnection();
            try {
                before.put(connection, place(connection));
                enter(connection, schema);
                return connection;
            } catch (SQLException e) {
                connection.close();
                throw e;
            }
        }

        @Override
        public void closeConnection(Connection connection) throws SQLException {
            try (connection) {
                String place = before.remove(connection);
                if (place != null && !connection.isClosed()) {
                    leave(connection, place);
                }
            }
        }
    }
}
