package dev.headway.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.Statement;
import javax.sql.DataSource;

/** Counts the statements, commits and rollbacks of a thread. */
final class CallCounter {
    private final Thread thread = Thread.currentThread();
    private final Runnable end;
    private int left;

    /** Runs {@code end} after the call of this thread with the number {@code last}. */
    CallCounter(int last, Runnable end) {
        this.left = last;
        this.end = end;
    }

    /** Returns a data source that only opens connections. */
    DataSource dataSource(String url, String user, String password) {
        return (DataSource) Proxy.newProxyInstance(
                CallCounter.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, arguments) -> wrap(Connection.class, DriverManager.getConnection(url, user, password)));
    }

    private <T> T wrap(Class<T> type, T wrapped) {
        return type.cast(Proxy.newProxyInstance(
                CallCounter.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        Object result = method.invoke(wrapped, arguments);
                        if (isCounted(method) && Thread.currentThread() == thread) {
                            count();
                        }
                        if (result instanceof PreparedStatement statement) {
                            return wrap(PreparedStatement.class, statement);
                        }
                        return method.getReturnType() == Statement.class
                                ? wrap(Statement.class, (Statement) result)
                                : result;
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }

    private static boolean isCounted(Method method) {
        String name = method.getName();
        return name.startsWith("execute") || name.equals("commit") || name.equals("rollback");
    }

    private void count() {
        left--;
        if (left == 0) {
            end.run();
        }
    }
}
