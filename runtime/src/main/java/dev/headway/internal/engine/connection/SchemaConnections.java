package dev.headway.internal.engine.connection;

import dev.headway.error.ConfigurationException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Connections of a data source, moved to one schema. Each is returned with the schema that it had before. */
public final class SchemaConnections implements ConnectionSource {
    private final DataSource dataSource;
    private final String schema;

    /** Takes connections from {@code dataSource}, which the caller must close, and moves them to {@code schema}. */
    public SchemaConnections(DataSource dataSource, String schema) {
        this.dataSource = dataSource;
        this.schema = schema;
    }

    @Override
    public <T> T query(Query<T> query) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            CurrentSchema current = CurrentSchema.of(connection);
            String before = current.searchPath();
            try {
                current.enter(schema);
                return query.run(connection);
            } finally {
                current.restore(before);
            }
        }
    }

    @Override
    public <T> T withSessions(Function<SessionFactory, T> work) {
        return work.apply(this::open);
    }

    private Session open() throws SQLException {
        Connection connection = dataSource.getConnection();
        try {
            CurrentSchema current = CurrentSchema.of(connection);
            return open(connection, current, current.searchPath());
        } catch (SQLException | ConfigurationException e) {
            connection.close();
            throw e;
        }
    }

    private Session open(Connection connection, CurrentSchema current, String before) throws SQLException {
        try {
            current.enter(schema);
            return new Session(connection, () -> release(connection, before), () -> current.require(schema));
        } catch (ConfigurationException e) {
            current.restore(before);
            throw e;
        }
    }

    private static void release(Connection connection, String before) throws SQLException {
        try (connection) {
            if (!connection.isClosed()) {
                CurrentSchema.of(connection).restore(before);
            }
        }
    }
}
