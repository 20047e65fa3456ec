package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.LockTimeoutException;
import dev.headway.graph.RevisionRegistry;
import dev.headway.testing.GaleraCluster;
import dev.headway.testing.MissingServer;
import dev.headway.testing.RequiresDatabase;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import dev.headway.testing.Upgrader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On a cluster whose servers do not know each other's locks. */
@RequiresDatabase("MariaDB")
@Timeout(180)
class GaleraTest {
    private static GaleraCluster cluster;

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    @BeforeAll
    static void startCluster() {
        cluster = GaleraCluster.start()
                .orElseThrow(() ->
                        MissingServer.skip("Galera is not installed (Debian: apt install mariadb-server-core galera-4"
                                + " mariadb-client-core)"));
    }

    @AfterAll
    static void stopCluster() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void oneUpgraderAtATimeWhicheverServerItIsConnectedTo() {
        List<TestDatabase> servers = cluster.create();
        List<Upgrader> upgraders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            upgraders.add(Upgrader.start(servers.get(i % 2), Phoenix.class, 0));
        }

        upgraders.forEach(Upgrader::go);

        assertThat(upgraders)
                .allSatisfy(upgrader -> assertThat(upgrader.outcome()).isEqualTo("done"));
        upgraders.forEach(Upgrader::close);
        requirePhoenix(servers);
    }

    @Test
    void aKilledProcessIsSucceededWhenItWasNotHeardOfForLongEnough() {
        List<TestDatabase> servers = cluster.create();
        try (Upgrader upgrader = Upgrader.start(servers.get(0), Phoenix.class, 30)) {
            assertThat(upgrader.go().outcome()).isEqualTo("stopped");

            assertThatExceptionOfType(LockTimeoutException.class)
                    .isThrownBy(migrator(servers.get(1)).lockTimeout(Duration.ZERO)::upgradeToHead)
                    .withMessageContaining(" (process " + upgrader.pid() + "), since ");
        }
        migrator(servers.get(1)).upgradeToHead();

        requirePhoenix(servers);
    }

    /** Each is paused behind another call of the driver, before or in revision b, and wakes up when c is done too. */
    @Test
    void whoWasPausedAndSucceededChangesNothingMore() {
        List<List<TestDatabase>> databases = new ArrayList<>();
        List<Upgrader> upgraders = new ArrayList<>();
        for (int call = 38; call < 52; call++) {
            List<TestDatabase> servers = cluster.create();
            databases.add(servers);
            upgraders.add(Upgrader.start(servers.get(0), Phoenix.class, call));
        }
        upgraders.forEach(upgrader -> assertThat(upgrader.go().outcome()).isEqualTo("stopped"));
        upgraders.forEach(Upgrader::pause);

        CompletableFuture<?>[] successors = databases.stream()
                .map(servers -> CompletableFuture.runAsync(migrator(servers.get(1))::upgradeToHead, threads))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(successors).join();

        List<String> outcomes = upgraders.stream()
                .map(upgrader -> upgrader.wake().go().outcome())
                .toList();
        upgraders.forEach(Upgrader::close);
        databases.forEach(GaleraTest::requirePhoenix);
        assertThat(outcomes)
                .allSatisfy(outcome -> assertThat(outcome)
                        .matches("done|failed .*Another process took over the migration of this database, because this"
                                + " process lost its lock.*"))
                .anySatisfy(outcome -> assertThat(outcome).startsWith("failed"));
    }

    private static Migrator migrator(TestDatabase server) {
        return Migrations.on(server.dataSource())
                .registries(new Phoenix().get())
                .lockTimeout(Duration.ofMinutes(1));
    }

    private static void requirePhoenix(List<TestDatabase> servers) {
        for (TestDatabase server : servers) {
            catchUp(server);
            assertThat(server.column("SELECT id FROM phoenix")).containsExactly("1");
            assertThat(server.column("SELECT n FROM counter")).containsExactly("2");
            assertThat(server.applied()).containsExactly("a", "b", "c");
            assertThat(server.log()).containsExactly("upgrade a: done", "upgrade b: done", "upgrade c: done");
        }
    }

    /** What was committed through the other server may not have come through to this one yet, unless it is asked to wait. */
    private static void catchUp(TestDatabase server) {
        server.jdbi().useHandle(handle -> {
            handle.execute("SET SESSION wsrep_sync_wait = 7");
            handle.createQuery("SELECT count(*) FROM headway_log")
                    .mapTo(Long.class)
                    .one();
        });
    }

    /** What is run twice is seen: a row is counted twice, or a table is dropped that is there for good. */
    public static final class Phoenix implements Supplier<RevisionRegistry> {
        @Override
        public RevisionRegistry get() {
            TestRevision counter = revision("a", op -> {
                op.createTable("counter", t -> t.integer("n").notNull());
                op.execute("INSERT INTO counter VALUES (0)");
                op.execute("UPDATE counter SET n = n + 1");
                op.createTable("phoenix", t -> t.bigint("id").primaryKey());
            });
            TestRevision dies = revision("b", op -> {
                        op.execute("UPDATE counter SET n = n + 1");
                        op.dropTable("phoenix");
                    })
                    .after("a");
            TestRevision rises = revision("c", op -> {
                        op.createTable("phoenix", t -> t.bigint("id").primaryKey());
                        op.execute("INSERT INTO phoenix VALUES (1)");
                    })
                    .after("b");
            return TestRevision.registry(counter, dies, rises);
        }
    }
}
