package dev.headway.internal.engine.connection;

import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Connections of the application's JDBI: migrations get handles with its plugins and mappers. */
public final class JdbiConnections implements ConnectionSource {
    private final Jdbi jdbi;

    /** Takes connections from {@code jdbi}. */
    public JdbiConnections(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T query(Query<T> query) throws SQLException {
        try (Handle handle = open()) {
            return query.run(handle.getConnection());
        }
    }

    private Handle open() throws SQLException {
        try {
            return jdbi.open();
        } catch (ConnectionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw e;
        }
    }

    @Override
    public <T> T withSessions(Function<SessionFactory, T> work) {
        return work.apply(() -> new Session(open()));
    }
}
