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

/** Records how a data source is used. */
public final class ConnectionMonitor {
    private final DataSource dataSource;
    private final boolean autocommit;
    private final List<String> statements = new ArrayList<>();
    private final List<Boolean> givenBack = new ArrayList<>();
    private final List<Integer> isolations = new ArrayList<>();
    private int connections;

    /** Monitors {@code dataSource}, whose connections are opened with or without autocommit. */
    public ConnectionMonitor(DataSource dataSource, boolean autocommit) {
        this.dataSource = dataSource;
        this.autocommit = autocommit;
    }

    /** Returns what to use in place of the data source. */
    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            Connection connection = (Connection) method.invoke(dataSource, arguments);
            connection.setAutoCommit(autocommit);
            connections++;
            return monitored(connection);
        });
    }

    private Connection monitored(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                givenBack.add(connection.getAutoCommit());
                isolations.add(connection.getTransactionIsolation());
            }
            Object result = method.invoke(connection, arguments);
            return method.getName().equals("createStatement") ? monitored((Statement) result) : result;
        });
    }

    private Statement monitored(Statement statement) {
        return proxy(Statement.class, (method, arguments) -> {
            if (method.getName().startsWith("execute")) {
                statements.add((String) arguments[0]);
            }
            return method.invoke(statement, arguments);
        });
    }

    /** Returns how many connections were taken. */
    public int connections() {
        return connections;
    }

    /** Returns the SQL that was run by statements that are not prepared. */
    public List<String> statements() {
        return statements;
    }

    /** Returns for each connection closed whether it came back with autocommit. */
    public List<Boolean> givenBack() {
        return givenBack;
    }

    /** Returns for each connection closed with which isolation it came back. */
    public List<Integer> isolations() {
        return isolations;
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                ConnectionMonitor.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.on(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                }));
    }
}
