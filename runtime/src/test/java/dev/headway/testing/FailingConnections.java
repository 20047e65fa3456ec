package dev.headway.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A data source whose connection fails once: during the commit that follows a certain statement, or at that statement. */
public final class FailingConnections {
    private final DataSource dataSource;
    private final String statement;
    private final boolean atStatement;
    private final boolean committed;
    private boolean executed;
    private boolean failed;

    private FailingConnections(DataSource dataSource, String statement, boolean atStatement, boolean committed) {
        this.dataSource = dataSource;
        this.statement = statement;
        this.atStatement = atStatement;
        this.committed = committed;
    }

    /**
     * The connection is lost during the first commit after {@code statement}.
     *
     * @param committed whether the database commits before the connection is lost
     */
    public static FailingConnections duringCommit(DataSource dataSource, String statement, boolean committed) {
        return new FailingConnections(dataSource, statement, false, committed);
    }

    /** The database rolls back the whole transaction at {@code statement}, as after a deadlock. */
    public static FailingConnections rollingBackAt(DataSource dataSource, String statement) {
        return new FailingConnections(dataSource, statement, true, false);
    }

    /** Returns what to use in place of the data source. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection connection = (Connection) method.invoke(dataSource, arguments);
            return failing(connection);
        });
    }

    /** Returns whether the connection has failed. */
    public boolean failed() {
        return failed;
    }

    private Connection failing(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit") && executed && !failed && !atStatement) {
                failed = true;
                if (committed) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.close();
                throw new SQLException("The connection was lost", "08006");
            }
            Object result = method.invoke(connection, arguments);
            return method.getName().equals("createStatement") ? watched(connection, (Statement) result) : result;
        });
    }

    private Statement watched(Connection connection, Statement unwatched) {
        return proxy(Statement.class, (method, arguments) -> {
            executed |= method.getName().equals("execute") && statement.equals(arguments[0]);
            if (executed && atStatement && !failed) {
                failed = true;
                connection.rollback();
                throw new SQLException("Deadlock found; try restarting transaction", "40001", 1213);
            }
            return method.invoke(unwatched, arguments);
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FailingConnections.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
