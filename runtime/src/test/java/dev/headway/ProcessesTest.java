package dev.headway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.graph.RevisionRegistry;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.Processes;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import dev.headway.testing.Upgrader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Several processes that upgrade one database, as when all instances of a service start at once. */
class ProcessesTest {
    private static final int PROCESSES = 16;

    @DatabaseTest(processes = Processes.AT_ONCE)
    void sixteenProcessesApplyEachRevisionOnce(TestDatabase database) {
        List<Upgrader> upgraders = new ArrayList<>();
        for (int i = 0; i < PROCESSES; i++) {
            upgraders.add(Upgrader.start(database, Counting.class, 0));
        }

        upgraders.forEach(Upgrader::go);

        assertThat(upgraders)
                .allSatisfy(upgrader -> assertThat(upgrader.outcome()).isEqualTo("done"));
        upgraders.forEach(Upgrader::close);
        assertThat(database.column("SELECT n FROM counter")).containsExactly("2");
        assertThat(database.applied()).containsExactly("a", "b", "c");
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: done", "upgrade c: done");
    }

    @DatabaseTest(processes = Processes.AT_ONCE)
    void aKilledProcessHoldsNobodyUp(TestDatabase database) {
        try (Upgrader upgrader = Upgrader.start(database, Counting.class, 12)) {
            assertThat(upgrader.go().outcome()).isEqualTo("stopped");
        }

        Migrations.on(database.dataSource())
                .registries(new Counting().get())
                .lockTimeout(Duration.ofSeconds(5))
                .upgradeToHead();

        assertThat(database.column("SELECT n FROM counter")).containsExactly("2");
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: done", "upgrade c: done");
    }

    /** Counts how often revisions were run. */
    public static final class Counting implements Supplier<RevisionRegistry> {
        @Override
        public RevisionRegistry get() {
            return TestRevision.registry(
                    TestRevision.revision("a", op -> {
                        op.createTable("counter", t -> t.integer("n").notNull());
                        op.execute("INSERT INTO counter VALUES (0)");
                    }),
                    TestRevision.revision("b", op -> op.execute("UPDATE counter SET n = n + 1"))
                            .after("a"),
                    TestRevision.revision("c", op -> op.execute("UPDATE counter SET n = n + 1"))
                            .after("b")
                            .outsideTransaction());
        }
    }
}
