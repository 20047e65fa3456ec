package dev.headway.internal.engine.journal;

import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.sql.Connection;

class RevisionTableTest {

    @DatabaseTest
    void readsTableThatAnotherProcessCreatesInTheMeantime(TestDatabase database) throws Exception {
        try (Connection connection = database.dataSource().getConnection()) {
            Connection slow = (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                        if (method.getName().equals("getMetaData")) {
                            database.with(table("a")).upgradeToHead();
                        }
                        return method.invoke(connection, arguments);
                    });

            assertThat(RevisionTable.read(slow).ids()).containsExactly("a");
        }
    }
}
