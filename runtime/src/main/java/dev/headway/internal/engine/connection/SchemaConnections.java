package dev.headway.internal.engine.connection;

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
        Connection connection = dataSource.getConnection();
        WorkingSchema working = new WorkingSchema(connection, schema);
        try (ReturnedConnection returned = new ReturnedConnection(connection, connection::close)) {
            returned.restoreWith(working::leave);
            working.enter();
            return query.run(connection);
        }
    }

    @Override
    public <T> T withSessions(Function<SessionFactory, T> work) {
        return work.apply(() -> {
            Connection connection = dataSource.getConnection();
            return new Session(connection, connection::close, new WorkingSchema(connection, schema), null);
        });
    }
}
