package dev.headway.internal.engine.journal;

import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

class RevisionTableTest {

    @DatabaseTest
    void readsTableThatAnotherProcessCreatesInTheMeantime(TestDatabase database) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            Connection slow = proxy(Connection.class, (proxy, method, arguments) -> {
                if (method.getName().equals("getSchema")) {
                    database.with(table("a")).upgradeToHead();
                }
                return method.invoke(connection, arguments);
            });

            assertThat(RevisionTable.read(slow).ids()).containsExactly("a");
        }
    }

    @DatabaseTest
    void looksTableUpAgainIfTheCatalogIsChanging(TestDatabase database) throws Exception {
        AtomicInteger lookups = new AtomicInteger();
        try (Connection connection = database.dataSource().getConnection()) {
            DatabaseMetaData metaData = proxy(DatabaseMetaData.class, (proxy, method, arguments) -> {
                if (method.getName().equals("getTables") && lookups.getAndIncrement() == 0) {
                    throw new SQLException("integrity constraint violation", "23505");
                }
                return method.invoke(connection.getMetaData(), arguments);
            });
            Connection changing = proxy(
                    Connection.class,
                    (proxy, method, arguments) ->
                            method.getName().equals("getMetaData") ? metaData : method.invoke(connection, arguments));

            assertThat(RevisionTable.read(changing).ids()).isEmpty();
        }

        assertThat(lookups).hasValue(2);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(RevisionTableTest.class.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
