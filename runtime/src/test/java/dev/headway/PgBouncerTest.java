package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.LockTimeoutException;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.MissingServer;
import dev.headway.testing.PgBouncer;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Behind a pooler that gives each transaction any connection that is free. */
@Timeout(60)
class PgBouncerTest {
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void theLockExcludesAndIndexesAreMadeConcurrently(TestDatabase database) throws Exception {
        try (PgBouncer pooler = pooler(database)) {
            CountDownLatch running = new CountDownLatch(1);
            CountDownLatch refused = new CountDownLatch(1);
            List<TestRevision> revisions = new ArrayList<>(List.of(table("r0")));
            for (int i = 1; i < 20; i++) {
                revisions.add(table("r" + i).after("r" + (i - 1)));
            }
            revisions.add(revision("index", op -> {
                        running.countDown();
                        refused.await();
                        op.createIndex("ix", "r0", "id").concurrently();
                    })
                    .after("r19")
                    .outsideTransaction());
            TestRevision[] history = revisions.toArray(TestRevision[]::new);
            Future<Plan> first = threads.submit(migrator(pooler, database, history)::upgradeToHead);
            running.await();

            assertThatExceptionOfType(LockTimeoutException.class)
                    .isThrownBy(migrator(pooler, database, history).lockTimeout(Duration.ZERO)::upgradeToHead);
            refused.countDown();

            assertThat(first.get().steps()).hasSize(21);
            assertThat(migrator(pooler, database, history).upgradeToHead().isEmpty())
                    .isTrue();
        }
    }

    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void limitsOfAStepMeetNobodyElse(TestDatabase database) {
        try (PgBouncer pooler = pooler(database)) {
            migrator(pooler, database, revision("a", op -> {
                        op.lockTimeout(Duration.ofSeconds(7));
                        op.statementTimeout(Duration.ofSeconds(8));
                        op.createTable("a", t -> t.bigint("id"));
                    }))
                    .upgradeToHead();

            Jdbi pooled = Jdbi.create(pooler.url(), database.user(), database.password());
            List<Handle> inTransactions = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                Handle handle = pooled.open().begin();
                inTransactions.add(handle);
                assertThat(handle.createQuery(
                                        "SELECT current_setting('lock_timeout') || current_setting('statement_timeout')")
                                .mapTo(String.class)
                                .one())
                        .isEqualTo("00");
            }
            inTransactions.forEach(handle -> handle.rollback().close());
        }
    }

    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void keepsLockLongerThanTransactionsMayBeIdle(TestDatabase database) {
        try (PgBouncer pooler = pooler(database)) {
            List<String> warnings = new ArrayList<>();

            Plan plan = migrator(
                            pooler,
                            database,
                            table("a"),
                            table("b").after("a"),
                            table("c").after("b"))
                    .listener(new ProgressListener() {
                        @Override
                        public void stepDone(Step step, int statements, Duration elapsed) {
                            try {
                                Thread.sleep(2_500);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        }

                        @Override
                        public void lockLost(String warning) {
                            warnings.add(warning);
                        }
                    })
                    .upgradeToHead();

            assertThat(plan.steps()).hasSize(3);
            assertThat(warnings).isEmpty();
        }
    }

    private static PgBouncer pooler(TestDatabase database) {
        return PgBouncer.before(database)
                .orElseThrow(() -> MissingServer.skip("PgBouncer is not installed (Debian: apt install pgbouncer)"));
    }

    private static Migrator migrator(PgBouncer pooler, TestDatabase database, TestRevision... revisions) {
        return Configuration.ofThisProcess()
                .with(Map.of("url", pooler.url(), "user", database.user(), "password", database.password()))
                .migrator()
                .registries(TestRevision.registry(revisions));
    }
}
