package dev.headway.internal.engine;

import dev.headway.error.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

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
            CurrentSchema current = CurrentSchema.of(connection);
            String before = current.place();
            current.enter(schema);
            try {
                return question.ask(connection);
            } finally {
                current.leaveTo(before);
            }
        }
    }

    @Override
    public <T> T work(Function<Connector, T> work) {
        return work.apply(this::connect);
    }

    private Session connect() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            CurrentSchema current = CurrentSchema.of(connection);
            String before = current.place();
            current.enter(schema);
            return new Session(connection, () -> giveBack(connection, before));
        } catch (SQLException | ConfigurationException e) {
            connection.close();
            throw e;
        }
    }

    private static void giveBack(Connection connection, String before) throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                CurrentSchema.of(connection).leaveTo(before);
            }
        }
    }
}
