package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Databases;
import dev.headway.error.HeadwayException;
import dev.headway.error.LockTimeoutException;
import dev.headway.graph.RevisionRegistry;
import dev.headway.graph.Step;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** A process whose lock an administrator ends on the server, and a process that waits for the lock and takes over. */
@Timeout(120)
class TakeoverTest {
    private static final RevisionRegistry HISTORY = registry(
            revision("a", op -> {
                op.createTable("counter", t -> t.integer("n"));
                op.createTable("gate", t -> t.integer("n"));
                op.execute("INSERT INTO gate VALUES (0)");
            }),
            revision("b", op -> {
                        op.execute("INSERT INTO counter VALUES (1)");
                        op.execute("UPDATE gate SET n = n + 1");
                        op.execute("INSERT INTO counter VALUES (2)");
                    })
                    .after("a"));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> sessions = new CopyOnWriteArrayList<>();
    private final CountDownLatch inB = new CountDownLatch(1);

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @DatabaseTest(Capability.LOCK_APART)
    void appliesEachStatementOnceIfLockEndsDuringStatement(TestDatabase database) throws Exception {
        database.with().registries(HISTORY).upgrade("a");
        try (Connection gate = locked(database)) {
            Future<?> victim = threads.submit(victim(database)::upgradeToHead);
            inB.await();
            Thread.sleep(300); // until it waits for the gate
            database.endSession(sessionOfLock());
            Future<?> successor =
                    threads.submit(Migrations.on(database.dataSource()).registries(HISTORY)::upgradeToHead);
            Thread.sleep(1_300); // a heartbeat
            gate.rollback();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(victim::get)
                    .withCauseInstanceOf(HeadwayException.class)
                    .havingCause()
                    .withMessageMatching(
                            "(?s).*(The connection that held the lock was lost|Another process took over).*");
            successor.get();
        }

        assertThat(database.column("SELECT n FROM counter ORDER BY n")).containsExactly("1", "2");
        assertThat(database.column("SELECT n FROM gate")).containsExactly("1");
        assertThat(database.applied()).containsExactly("a", "b");
        assertThat(database.log()).last().isEqualTo("upgrade b: done");
    }

    @DatabaseTest(Capability.LOCK_APART)
    void reportsProcessWhoseOpenTransactionStillHoldsTheFence(TestDatabase database) throws Exception {
        database.with().registries(HISTORY).upgrade("a");
        try (Connection late = database.dataSource().getConnection()) {
            late.setAutoCommit(false);
            late.createStatement().executeUpdate("UPDATE headway_lease SET beats = beats + 1 WHERE name = 'fence'");
            List<String> holders = new CopyOnWriteArrayList<>();

            assertThatExceptionOfType(LockTimeoutException.class)
                    .isThrownBy(Migrations.on(database.dataSource())
                            .registries(HISTORY)
                            .lockTimeout(Duration.ofSeconds(3))
                            .listener(new ProgressListener() {
                                @Override
                                public void waitingForLock(Duration atMost, List<String> found) {
                                    holders.addAll(found);
                                }
                            })::upgradeToHead)
                    .withMessageStartingWith("Another process migrates this database and did not finish within 3 s")
                    .withMessageContaining(" " + idOf(late) + " ");

            assertThat(holders).singleElement().asString().contains(" " + idOf(late) + " ");
            late.rollback();
        }
        assertThat(database.with().registries(HISTORY).upgradeToHead().steps()).hasSize(1);
        assertThat(database.column("SELECT n FROM counter ORDER BY n")).containsExactly("1", "2");
    }

    /** The first session reads the history, the second one holds the lock. */
    private String sessionOfLock() {
        return sessions.get(1);
    }

    private static Connection locked(TestDatabase database) throws SQLException {
        Connection connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
        connection.createStatement().executeUpdate("UPDATE gate SET n = n");
        return connection;
    }

    private Migrator victim(TestDatabase database) {
        DataSource delegate = database.dataSource();
        DataSource recording = (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    @Nullable Object result;
                    try {
                        result = method.invoke(delegate, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                    if (result instanceof Connection connection) {
                        sessions.add(idOf(connection));
                    }
                    return result;
                });
        return Migrations.on(recording).registries(HISTORY).listener(new ProgressListener() {
            @Override
            public void stepStarted(Step step) {
                inB.countDown();
            }
        });
    }

    private static String idOf(Connection connection) throws SQLException {
        return String.valueOf(Databases.detect(connection).type().sessions().sessionId(connection));
    }
}
