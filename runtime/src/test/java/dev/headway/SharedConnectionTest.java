package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionRegistry;
import dev.headway.progress.FleetSummary;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A data source that always returns the same connection, such as one that takes part in the caller's transaction. */
class SharedConnectionTest {
    private static final RevisionRegistry HISTORY = registry(
            table("a"),
            revision("b", op -> op.execute("INSERT INTO a VALUES (1)")).after("a"));

    @DatabaseTest(Capability.LOCK_APART)
    void refusesConnectionOfCallersTransactionAndKeepsItsChanges(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE mine (id integer)");
        List<Function<DataSource, Migrator>> entries = List.of(
                Migrations::on,
                shared -> Migrations.on(Jdbi.create(shared)),
                shared -> Migrations.on(Jdbi.create(single(shared))));
        int row = 0;
        for (Function<DataSource, Migrator> entry : entries) {
            try (Connection connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                row++;
                connection.createStatement().executeUpdate("INSERT INTO mine VALUES (" + row + ")");
                Migrator migrator = entry.apply(sharing(connection)).registries(HISTORY);

                assertThat(migrator.check().isUpToDate()).isFalse();
                assertThat(migrator.current()).isEmpty();
                assertThat(migrator.log()).isEmpty();
                assertThatExceptionOfType(ConfigurationException.class)
                        .isThrownBy(migrator::upgradeToHead)
                        .withMessageStartingWith("The data source returns the same connection each time")
                        .withMessageContaining(
                                "Nothing was run, and a transaction that is open on that connection was not");

                assertThat(database.column("SELECT id FROM mine WHERE id = " + row))
                        .isEmpty();
                assertThat(connection.getAutoCommit()).isFalse();
                connection.commit();
            }
            assertThat(database.column("SELECT id FROM mine WHERE id = " + row)).hasSize(1);
        }
        assertThat(database.allTables()).containsExactly("mine");
    }

    @DatabaseTest(Capability.SCHEMAS)
    void refusesConnectionOfCallersTransactionInAFleet(TestDatabase database) throws SQLException {
        database.execute("CREATE SCHEMA side");
        database.execute("CREATE TABLE mine (id integer)");
        String side = database.kind().equals("H2") ? "SIDE" : "side";
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().executeUpdate("INSERT INTO mine VALUES (1)");

            FleetSummary result = Migrations.fleet(sharing(connection), List.of(side))
                    .registries(HISTORY)
                    .upgradeToHead();

            assertThat(result.failed()).containsKey(side);
            assertThat(result.failed().get(side))
                    .hasMessageStartingWith("The data source returns the same connection each time");
            assertThat(connection.getAutoCommit()).isFalse();
            connection.createStatement().executeUpdate("INSERT INTO mine VALUES (2)");
            connection.commit();
        }
        assertThat(database.column("SELECT id FROM mine ORDER BY id")).containsExactly("1", "2");
        assertThat(database.allTables()).containsExactly("mine");
    }

    /** Its uncommitted row locks the whole database on SQLite, so this test looks at it only afterwards. */
    @DatabaseTest
    void leavesTransactionOfCallerOpenInEveryCommand(TestDatabase database) throws SQLException {
        database.execute("CREATE TABLE mine (id integer)");
        try (Connection connection = database.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().executeUpdate("INSERT INTO mine VALUES (1)");
            for (DataSource source : List.of(sharing(connection), withoutSavepoints(sharing(connection)))) {
                Migrator migrator = Migrations.on(source).registries(HISTORY);
                assertThat(migrator.check().isUpToDate()).isFalse();
                assertThat(migrator.current()).isEmpty();
                assertThat(migrator.plan("head").steps()).hasSize(2);
                assertThat(migrator.history()).hasSize(2);
                assertThat(migrator.log()).isEmpty();
                for (ThrowingCallable command :
                        List.<ThrowingCallable>of(migrator::upgradeToHead, () -> migrator.stamp("a"))) {
                    assertThatExceptionOfType(ConfigurationException.class)
                            .isThrownBy(command)
                            .withMessageStartingWith("The data source returns the same connection each time");
                }
            }
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
        }
        assertThat(database.column("SELECT id FROM mine")).isEmpty();
        assertThat(database.allTables()).containsExactly("mine");
    }

    @DatabaseTest(Capability.LOCK_APART)
    void refusesSingleConnectionWithoutTransaction(TestDatabase database) throws SQLException {
        try (Connection connection = database.dataSource().getConnection()) {
            Migrator migrator = Migrations.on(sharing(connection)).registries(HISTORY);

            assertThatExceptionOfType(ConfigurationException.class)
                    .isThrownBy(migrator::upgradeToHead)
                    .withMessageStartingWith("The data source returns the same connection each time");

            assertThat(connection.getAutoCommit()).isTrue();
        }
        assertThat(database.tables()).isEmpty();
        database.with(table("a")).upgradeToHead();
    }

    @DatabaseTest
    void worksWithPoolWithoutAutocommit(TestDatabase database) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database.dataSource());
        config.setAutoCommit(false);
        config.setMaximumPoolSize(2);
        try (HikariDataSource pool = new HikariDataSource(config)) {
            Migrator migrator = Migrations.on(pool).registries(HISTORY);

            assertThat(migrator.upgradeToHead().steps()).hasSize(2);
            assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
        }
        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest
    void explainsThatContainerMustNotControlTheTransaction(TestDatabase database) {
        DataSource managed = refusing(database.dataSource(), Set.of("setAutoCommit", "commit", "rollback"));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(Migrations.on(managed).registries(HISTORY)::upgradeToHead)
                .withMessageContaining("The connection refuses to switch autocommit on")
                .withMessageContaining("non-JTA data source");

        assertThat(database.allTables()).isEmpty();
    }

    private static Connection single(DataSource shared) {
        try {
            return shared.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As Spring's {@code SingleConnectionDataSource} and {@code TransactionAwareDataSourceProxy} do. */
    private static DataSource sharing(Connection connection) {
        return dataSource(() -> proxy(Connection.class, (method, arguments) -> switch (method.getName()) {
            case "close", "abort" -> null;
            case "unwrap" -> connection;
            default -> method.invoke(connection, arguments);
        }));
    }

    private static DataSource refusing(DataSource dataSource, Set<String> refused) {
        return dataSource(() -> {
            Connection connection = dataSource.getConnection();
            return proxy(Connection.class, (method, arguments) -> {
                if (refused.contains(method.getName())) {
                    throw new SQLException("The container controls the transaction");
                }
                return method.invoke(connection, arguments);
            });
        });
    }

    /** As connections in a transaction of JTA. */
    private static DataSource withoutSavepoints(DataSource dataSource) {
        return refusing(dataSource, Set.of("setSavepoint", "setAutoCommit", "commit", "rollback"));
    }

    private static DataSource dataSource(Callable<Connection> connections) {
        return proxy(DataSource.class, (method, arguments) -> connections.call());
    }

    private interface Call {
        @Nullable
        Object run(Method method, Object @Nullable [] arguments) throws Exception;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                SharedConnectionTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return call.run(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
