package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.graph.Plan;
import dev.headway.graph.RevisionRegistry;
import dev.headway.graph.Step;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.OpenedConnections;
import dev.headway.testing.Pause;
import dev.headway.testing.TestDatabase;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Servers that end connections because they are idle, or because their transaction lasts too long. */
@Timeout(120)
class IdleLimitsTest {
    private static final RevisionRegistry HISTORY = registry(
            table("a"),
            revision("b", op -> op.execute("INSERT INTO a VALUES (1)")).after("a"),
            table("c").after("b"));

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> warnings = new ArrayList<>();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @DatabaseTest(Capability.CONCURRENT_INDEXES)
    void keepsLockLongerThanTransactionsMayLast(TestDatabase database) {
        DataSource limited = limited(
                database,
                "SET transaction_timeout = '1500ms'",
                "SET idle_in_transaction_session_timeout = '1500ms'",
                "SET idle_session_timeout = '4s'");

        assertThat(Migrations.on(limited)
                        .registries(HISTORY)
                        .listener(pausing(Duration.ofSeconds(2)))
                        .upgradeToHead()
                        .steps())
                .hasSize(3);

        assertThat(warnings).isEmpty();
        assertThat(database.column("SELECT id FROM a")).containsExactly("1");
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void keepsLockLongerThanConnectionsMayBeIdle(TestDatabase database) {
        DataSource limited = limited(database, "SET wait_timeout = 2");

        Plan plan = Migrations.on(limited)
                .registries(HISTORY)
                .listener(pausing(Duration.ofMillis(1_500)))
                .upgradeToHead();

        assertThat(plan.steps()).hasSize(3);
        assertThat(warnings).isEmpty();
        assertThat(database.column("SELECT id FROM a")).containsExactly("1");
    }

    @DatabaseTest(Capability.WHOLE_COLUMNS)
    void runsStepsOnLiveConnectionAfterLongWait(TestDatabase database) throws Exception {
        CountDownLatch holding = new CountDownLatch(1);
        CountDownLatch waiting = new CountDownLatch(1);
        Future<Plan> holder = threads.submit(() -> Migrations.on(database.dataSource())
                .registries(registry(table("a")))
                .listener(new ProgressListener() {
                    @Override
                    public void stepStarted(Step step) {
                        holding.countDown();
                        await(waiting);
                        Pause.of(Duration.ofSeconds(5));
                    }
                })
                .upgradeToHead());
        holding.await();

        Plan plan = Migrations.on(limited(database, "SET wait_timeout = 2"))
                .registries(HISTORY)
                .listener(new ProgressListener() {
                    @Override
                    public void waitingForLock(Duration atMost, List<String> holders) {
                        waiting.countDown();
                    }
                })
                .upgradeToHead();

        assertThat(holder.get().steps()).hasSize(1);
        assertThat(plan.steps()).hasSize(2);
    }

    private ProgressListener pausing(Duration pause) {
        return new ProgressListener() {
            @Override
            public void stepDone(Step step, int statements, Duration elapsed) {
                Pause.of(pause);
            }

            @Override
            public void lockLost(String warning) {
                warnings.add(warning);
            }
        };
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a data source whose connections have limits of their own, as a server's configuration gives them. */
    private static DataSource limited(TestDatabase database, String... settings) {
        return OpenedConnections.of(database.dataSource(), connection -> {
            try (Statement statement = connection.createStatement()) {
                for (String setting : settings) {
                    statement.execute(setting);
                }
            }
        });
    }
}
