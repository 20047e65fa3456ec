package dev.headway.internal.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import javax.sql.DataSource;

/** Connections of a data source of the application's own. */
public final class DataSourceConnections implements ConnectionSource {
    private final DataSource dataSource;

    /** Takes connections from {@code dataSource}, which stays the caller's to close. */
    public DataSourceConnections(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T ask(Question<T> question) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return question.ask(connection);
        }
    }

    @Override
    public <T> T work(Function<Connector, T> work) {
        return work.apply(() -> {
            Connection connection = dataSource.getConnection();
            return new Session(connection, connection::close);
        });
    }
}
