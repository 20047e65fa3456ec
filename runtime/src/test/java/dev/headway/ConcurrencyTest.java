package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.database.Databases;
import dev.headway.error.InterruptedMigrationException;
import dev.headway.error.LockTimeoutException;
import dev.headway.error.MigrationFailedException;
import dev.headway.graph.Plan;
import dev.headway.internal.database.ThisProcess;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

/** Several upgraders of one database. */
@Timeout(60)
class ConcurrencyTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch waiting = new CountDownLatch(1);

    /** Goes on only when another upgrader waits. */
    private final TestRevision slow = revision("a", op -> {
                running.countDown();
                waiting.await();
                op.handle().execute("CREATE TABLE a (id bigint)");
            })
            .downgrade(op -> op.dropTable("a"));

    private final ProgressListener tellsThatItWaits = new ProgressListener() {
        @Override
        public void waitingForLock(Duration atMost, List<String> holders) {
            waiting.countDown();
        }
    };

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @DatabaseTest
    void twoConcurrentRunsApplyEachRevisionOnce(TestDatabase database) throws Exception {
        upgradeAtOnce(database, 2);
    }

    @DatabaseTest
    void eightConcurrentRunsApplyEachRevisionOnce(TestDatabase database) throws Exception {
        upgradeAtOnce(database, 8);
    }

    private void upgradeAtOnce(TestDatabase database, int upgraders) throws Exception {
        CyclicBarrier start = new CyclicBarrier(upgraders);
        List<Future<Plan>> plans = new ArrayList<>();
        for (int i = 0; i < upgraders; i++) {
            plans.add(threads.submit(() -> {
                start.await();
                return database.with(
                                table("a"), table("b").after("a"), table("c").after("b"))
                        .upgradeToHead();
            }));
        }

        List<String> applied = new ArrayList<>();
        for (Future<Plan> plan : plans) {
            applied.addAll(ids(plan.get()));
        }
        assertThat(applied).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(database.applied()).containsExactly("a", "b", "c");
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: done", "upgrade c: done");
    }

    @DatabaseTest
    void secondRunWaitsAndHasNothingToDo(TestDatabase database) throws Exception {
        Future<Plan> first = threads.submit(database.with(slow)::upgradeToHead);
        running.await();

        Plan second = database.with(slow).listener(tellsThatItWaits).upgradeToHead();

        assertThat(second.isEmpty()).isTrue();
        assertThat(ids(first.get())).containsExactly("a");
        assertThat(database.log()).containsExactly("upgrade a: done");
    }

    @DatabaseTest
    void appliesRemainingRevisionsAfterWaiting(TestDatabase database) throws Exception {
        Future<Plan> first = threads.submit(database.with(slow)::upgradeToHead);
        running.await();

        Plan second = database.with(slow, table("b").after("a"))
                .listener(tellsThatItWaits)
                .upgradeToHead();

        assertThat(ids(second)).containsExactly("b");
        assertThat(ids(first.get())).containsExactly("a");
    }

    @DatabaseTest
    void appliesRevisionsAfterOtherRunFails(TestDatabase database) throws Exception {
        TestRevision broken = revision("a", op -> {
            running.countDown();
            waiting.await();
            op.handle().execute("INSERT INTO missing VALUES (1)");
        });
        Future<Plan> first = threads.submit(database.with(broken)::upgradeToHead);
        running.await();

        Plan second = database.with(table("a")).listener(tellsThatItWaits).upgradeToHead();

        assertThat(ids(second)).containsExactly("a");
        assertThat(first)
                .failsWithin(Duration.ofSeconds(30))
                .withThrowableThat()
                .havingCause()
                .isInstanceOf(MigrationFailedException.class);
        assertThat(database.log()).containsExactly("upgrade a: failed", "upgrade a: done");
    }

    @DatabaseTest
    void reportsHolderAfterLockTimeout(TestDatabase database) throws Exception {
        Future<Plan> first = threads.submit(database.with(slow)::upgradeToHead);
        running.await();

        assertThatExceptionOfType(LockTimeoutException.class)
                .isThrownBy(database.with(slow).lockTimeout(Duration.ZERO)::upgradeToHead)
                .withMessageStartingWith("Another process migrates this database and did not finish within 0 s")
                .withMessageContaining(database.kind().equals("SQLite") ? "0 s. Nothing" : " s: session ")
                .withMessageContaining(
                        database.kind().equals("PostgreSQL")
                                ? "(headway on " + ThisProcess.place() + "), since 20"
                                : "")
                .withMessageEndingWith(
                        ". Nothing was run. Wait until it finishes, or allow more time with headway.lockTimeout.")
                .satisfies(refused -> assertThat(refused.waited()).isPositive());

        waiting.countDown();
        assertThat(ids(first.get())).containsExactly("a");
    }

    @DatabaseTest
    void stopsWaitingIfThreadIsInterrupted(TestDatabase database) throws Exception {
        Future<Plan> first = threads.submit(database.with(slow)::upgradeToHead);
        running.await();
        Migrator interrupted = database.with(slow).listener(new ProgressListener() {
            @Override
            public void waitingForLock(Duration atMost, List<String> holders) {
                Thread.currentThread().interrupt();
            }
        });

        assertThatExceptionOfType(InterruptedMigrationException.class)
                .isThrownBy(interrupted::upgradeToHead)
                .withMessage(
                        "The thread was interrupted while it waited for another process that migrates this database."
                                + " Nothing was run. Run again to migrate the database.");
        assertThat(Thread.interrupted()).isTrue();

        waiting.countDown();
        assertThat(ids(first.get())).containsExactly("a");
    }

    @DatabaseTest
    void lockIsFreeAfterItsHolderDied(TestDatabase database) throws Exception {
        database.with(table("a")).upgradeToHead();
        Migrator migrator = database.with(table("a"), table("b").after("a"));

        try (Connection dying = database.dataSource().getConnection()) {
            assertThat(Databases.detect(dying).type().lock().tryAcquire(dying)).isTrue();
            assertThatExceptionOfType(LockTimeoutException.class)
                    .isThrownBy(migrator.lockTimeout(Duration.ZERO)::upgradeToHead);
        }

        assertThat(ids(migrator.upgradeToHead())).containsExactly("b");
    }

    @DatabaseTest
    void readsHistoryWhileAnotherRunHoldsTheLock(TestDatabase database) throws Exception {
        database.with(table("base_line")).upgradeToHead();
        Future<Plan> first = threads.submit(database.with(table("base_line"), slow.after("base_line"))::upgradeToHead);
        running.await();

        Migrator migrator = database.with(table("base_line"), slow.after("base_line"));
        assertThat(migrator.current()).extracting(revision -> revision.id()).containsExactly("base_line");
        assertThat(ids(migrator.plan("head"))).containsExactly("a");

        waiting.countDown();
        first.get();
    }

    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void createsIndexConcurrentlyWhileAnotherRunWaits(TestDatabase database) throws Exception {
        TestRevision index = revision("b", op -> {
                    op.createIndex("ix", "a", "id").concurrently();
                    op.createIndex("ux", "a", "id").unique().concurrently();
                })
                .after("a");
        Future<Plan> first = threads.submit(database.with(slow, index)::upgradeToHead);
        running.await();

        Plan second = database.with(slow, index).listener(tellsThatItWaits).upgradeToHead();

        assertThat(second.isEmpty()).isTrue();
        assertThat(ids(first.get())).containsExactly("a", "b");
        assertThat(database.column("SELECT indexname FROM pg_indexes WHERE tablename = 'a' ORDER BY 1"))
                .containsExactly("ix", "ux");
    }

    /** The index waits for a snapshot of the application, while the heartbeat keeps the lock's connection alive. */
    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void createsIndexConcurrentlyWhileHeartbeatKeepsLock(TestDatabase database) throws Exception {
        TestRevision index = revision("b", op -> op.createIndex("ix", "a", "id").concurrently())
                .after("a");
        database.with(table("a")).upgradeToHead();
        try (Connection application = database.dataSource().getConnection()) {
            application.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            application.setAutoCommit(false);
            application.createStatement().executeQuery("SELECT id FROM a");
            Future<Plan> first = threads.submit(database.with(table("a"), index)::upgradeToHead);
            Thread.sleep(500);
            Future<Plan> second = threads.submit(database.with(table("a"), index)::upgradeToHead);
            Thread.sleep(3_000); // several heartbeats, and as many attempts of the second run to acquire the lock
            assertThat(first.isDone()).isFalse();
            application.commit();

            assertThat(ids(first.get())).containsExactly("b");
            assertThat(second.get().isEmpty()).isTrue();
        }
        assertThat(database.column("SELECT indexname FROM pg_indexes WHERE tablename = 'a' AND indexname = 'ix'"))
                .hasSize(1);
    }

    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void createsIndexConcurrentlyWithRepeatableReadTransactions(TestDatabase database) {
        PGSimpleDataSource dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.user());
        dataSource.setPassword(database.password());
        dataSource.setOptions("-c default_transaction_isolation=serializable -c lock_timeout=20s");
        TestRevision index = revision("b", op -> op.createIndex("ix", "a", "id").concurrently())
                .after("a");

        Migrations.on(dataSource)
                .registries(TestRevision.registry(table("a"), index))
                .upgradeToHead();

        assertThat(database.applied()).containsExactly("a", "b");
    }
}
