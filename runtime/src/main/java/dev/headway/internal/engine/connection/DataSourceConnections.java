package dev.headway.internal.engine.connection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Connections of the application's data source. */
public final class DataSourceConnections implements ConnectionSource {
    private final DataSource dataSource;

    /** Takes connections from {@code dataSource}, which the caller must close. */
    public DataSourceConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T query(Query<T> query) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return query.run(connection);
        }
    }

    @Override
    public <T> T withSessions(Function<SessionFactory, T> work) {
        return work.apply(() -> {
            Connection connection = dataSource.getConnection();
            return new Session(connection, connection::close, null, null);
        });
    }
}
