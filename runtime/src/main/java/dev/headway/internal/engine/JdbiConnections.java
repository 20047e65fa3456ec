package dev.headway.internal.engine;

import java.sql.SQLException;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Connections of a JDBI of the application's own: migrations get handles with its plugins and mappers. */
public final class JdbiConnections implements ConnectionSource {
    private final Jdbi jdbi;

    /** Takes connections from {@code jdbi}. */
    public JdbiConnections(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public <T> T ask(Question<T> question) throws SQLException {
        try (Handle handle = open()) {
            return question.ask(handle.getConnection());
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
    public <T> T work(Function<Connector, T> work) {
        return work.apply(() -> new Session(open()));
    }
}
