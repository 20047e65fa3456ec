package dev.headway.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * A data source that simulates a crash after a statement: its connections break, as they do when a process dies, and no other call
 * reaches the database. It counts statements that are not prepared, which are those of migrations.
 */
public final class CrashingDataSource {
    private final DataSource dataSource;
    private final List<Connection> connections = new ArrayList<>();
    private int left;
    private boolean crashed;

    /** Crashes after this many statements. */
    public CrashingDataSource(DataSource dataSource, int statements) {
        this.dataSource = dataSource;
        this.left = statements;
    }

    /** Returns what to use in place of the data source. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection connection = (Connection) method.invoke(dataSource, arguments);
            connections.add(connection);
            return crashing(connection);
        });
    }

    /** Returns whether it has crashed. */
    public boolean crashed() {
        return crashed;
    }

    private Connection crashing(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (crashed) {
                throw new SQLException("This process is dead");
            }
            Object result = method.invoke(connection, arguments);
            return method.getName().equals("createStatement") ? crashing((Statement) result) : result;
        });
    }

    private Statement crashing(Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            Object result = method.invoke(statement, arguments);
            if (method.getName().equals("execute") && isOfMigration((String) arguments[0])) {
                left--;
                if (left == 0) {
                    crash();
                }
            }
            return result;
        });
    }

    private static boolean isOfMigration(String sql) {
        return !sql.contains("headway_") && !sql.startsWith("SELECT") && !sql.startsWith("PRAGMA");
    }

    private void crash() throws SQLException {
        crashed = true;
        for (Connection connection : connections) {
            if (!connection.isClosed()) {
                connection.abort(Runnable::run); // H2 ignores this
                connection.close();
            }
        }
        throw new SQLException("This process died");
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                CrashingDataSource.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
