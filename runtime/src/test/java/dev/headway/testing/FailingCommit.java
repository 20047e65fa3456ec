package dev.headway.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A data source whose connection is lost during the commit that follows a certain statement. */
public final class FailingCommit {
    private final DataSource dataSource;
    private final String statement;
    private final boolean committed;
    private boolean executed;
    private boolean failed;

    /**
     * Fails during the first commit after {@code statement}.
     *
     * @param committed whether the database commits before the connection is lost
     */
    public FailingCommit(DataSource dataSource, String statement, boolean committed) {
        this.dataSource = dataSource;
        this.statement = statement;
        this.committed = committed;
    }

    /** Returns what to use in place of the data source. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection connection = (Connection) method.invoke(dataSource, arguments);
            return failing(connection);
        });
    }

    /** Returns whether a commit has failed. */
    public boolean failed() {
        return failed;
    }

    private Connection failing(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("commit") && executed && !failed) {
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
            return method.getName().equals("createStatement") ? watched((Statement) result) : result;
        });
    }

    private Statement watched(Statement unwatched) {
        return proxy(Statement.class, (method, arguments) -> {
            executed |= method.getName().equals("execute") && statement.equals(arguments[0]);
            return method.invoke(unwatched, arguments);
        });
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                FailingCommit.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
