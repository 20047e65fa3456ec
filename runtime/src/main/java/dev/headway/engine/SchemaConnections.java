package dev.headway.engine;

import dev.headway.ConfigurationException;
import java.sql.Connection;
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
    public <T> T work(Function<Jdbi, T> work) {
        return work.apply(Jdbi.create(new InSchema()));
    }

    /** Not a lambda or a method reference: a question must not load JDBI. */
    private final class InSchema implements ConnectionFactory {
        private final Map<Connection, String> before = Collections.synchronizedMap(new IdentityHashMap<>());

        @Override
        public Connection openConnection() throws SQLException {
            Connection connection = dataSource.getConnection();
            try {
                CurrentSchema current = CurrentSchema.of(connection);
                before.put(connection, current.place());
                current.enter(schema);
                return connection;
            } catch (SQLException | ConfigurationException e) {
                before.remove(connection);
                connection.close();
                throw e;
            }
        }

        @Override
        public void closeConnection(Connection connection) throws SQLException {
            try (connection) {
                String place = before.remove(connection);
                if (place != null && !connection.isClosed()) {
                    CurrentSchema.of(connection).leaveTo(place);
                }
            }
        }
    }
}
