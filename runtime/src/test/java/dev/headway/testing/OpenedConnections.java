package dev.headway.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that passes each new connection to a test. */
public final class OpenedConnections {
    private OpenedConnections() {}

    /** What a test does with a new connection. */
    @FunctionalInterface
    public interface Action {
        /** Does it, before the connection is used. */
        void accept(Connection connection) throws SQLException;
    }

    /** Returns {@code dataSource}, with {@code action} for each connection that it opens. */
    public static DataSource of(DataSource dataSource, Action action) {
        return (DataSource) Proxy.newProxyInstance(
                OpenedConnections.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (proxy, method, arguments) -> {
                    @Nullable Object result;
                    try {
                        result = method.invoke(dataSource, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (result instanceof Connection connection) {
                        action.accept(connection);
                    }
                    return result;
                });
    }
}
