package dev.headway;

import static dev.headway.testing.TestRevision.registry;
import static dev.headway.testing.TestRevision.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.HeadwayException;
import dev.headway.graph.Step;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.OpenedConnections;
import dev.headway.testing.Pause;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.Timeout;

/** A run whose lock is lost while it runs: by a timeout of the server, a pooler, a firewall or an administrator. */
@Timeout(120)
class LostLockTest {
    private static final String INSERT = "INSERT INTO counter VALUES (1)";

    private static final TestRevision[] HISTORY = {
        revision("a", op -> op.createTable("counter", t -> t.integer("n"))),
        revision("b", op -> {
                    op.execute(INSERT);
                    op.createTable("b", t -> t.integer("n"));
                    op.execute(INSERT);
                })
                .after("a"),
        revision("c", op -> op.createTable("c", t -> t.integer("n"))).after("b")
    };

    private final List<Connection> opened = new CopyOnWriteArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @DatabaseTest(Capability.LOCK_APART)
    void stopsAtNextStatementIfConnectionOfLockEnds(TestDatabase database) {
        Migrator victim = victim(database, step -> {
            if (step.revision().id().equals("b")) {
                endConnectionOfLock();
                Pause.of(Duration.ofSeconds(3));
            }
        });

        assertThatExceptionOfType(HeadwayException.class)
                .isThrownBy(victim::upgradeToHead)
                .withMessageContaining("The connection that held the lock was lost: ")
                .withMessageEndingWith("Another process may migrate this database now, so nothing more is run here."
                        + " Statements that were recorded as completed stay. Run again: the next run waits for the other"
                        + " process, and resumes.");

        assertThat(database.applied()).containsExactly("a");
        requireOnce(database);
    }

    @DatabaseTest(Capability.LOCK_APART)
    void changesNothingAfterAnotherProcessTookOver(TestDatabase database) {
        Migrator victim = victim(database, step -> {
            if (step.revision().id().equals("b")) {
                endConnectionOfLock();
                database.with(HISTORY).upgradeToHead();
            }
        });

        assertThatExceptionOfType(HeadwayException.class)
                .isThrownBy(victim::upgradeToHead)
                .withMessageMatching(
                        "(?s).*(Another process took over the migration of this database|The connection that"
                                + " held the lock was lost).*");

        requireOnce(database);
        assertThat(database.log()).containsExactly("upgrade a: done", "upgrade b: done", "upgrade c: done");
    }

    /** On SQLite, nobody else can write during the transaction. */
    @DatabaseTest({Capability.TRANSACTIONAL_DDL, Capability.LOCK_APART})
    void doesNotCommitStepIfAnotherProcessTookOverDuringIt(TestDatabase database) {
        TestRevision[] history = HISTORY.clone();
        boolean[] once = {true};
        history[1] = revision("b", op -> {
                    op.execute(INSERT);
                    op.handle();
                    if (once[0]) {
                        once[0] = false;
                        database.execute("UPDATE headway_lease SET term = term + 1"); // as a process that takes over
                    }
                    op.createTable("b", t -> t.integer("n"));
                    op.execute(INSERT);
                })
                .after("a");

        assertThatExceptionOfType(HeadwayException.class)
                .isThrownBy(database.with(history)::upgradeToHead)
                .withMessageContaining("Another process took over the migration of this database");

        assertThat(database.column("SELECT n FROM counter")).isEmpty();
        assertThat(database.applied()).containsExactly("a");
        database.with(history).upgradeToHead();
        requireOnce(database);
    }

    @DatabaseTest(Capability.LOCK_APART)
    void completesAndWarnsIfConnectionOfLockEndsAfterTheLastStep(TestDatabase database) {
        Migrator victim = Migrations.on(OpenedConnections.of(database.dataSource(), opened::add))
                .registries(registry(HISTORY))
                .listener(new Listener() {
                    @Override
                    public void stepDone(Step step, int statements, Duration elapsed) {
                        if (step.revision().id().equals("c")) {
                            endConnectionOfLock();
                        }
                    }
                });

        assertThat(victim.upgradeToHead().steps()).hasSize(3);

        assertThat(database.applied()).containsExactly("a", "b", "c");
        assertThat(warnings).singleElement().asString().startsWith("The connection that held the lock failed: ");
        assertThat(database.with(HISTORY).upgradeToHead().isEmpty()).isTrue();
    }

    @DatabaseTest
    void refusesToRunIfSomebodyDeletedTheFence(TestDatabase database) {
        Migrator victim = victim(database, step -> {
            if (step.revision().id().equals("b")) {
                database.execute("DELETE FROM headway_lease");
            }
        });

        assertThatExceptionOfType(HeadwayException.class).isThrownBy(victim::upgradeToHead);

        database.with(HISTORY).upgradeToHead();
        requireOnce(database);
    }

    private static void requireOnce(TestDatabase database) {
        database.with(HISTORY).upgradeToHead();
        assertThat(database.column("SELECT n FROM counter")).containsExactly("1", "1");
        assertThat(database.applied()).containsExactly("a", "b", "c");
    }

    /** The first connection reads the history, the second one holds the lock. */
    private void endConnectionOfLock() {
        try {
            opened.get(1).unwrap(Connection.class).close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Migrator victim(TestDatabase database, Consumer<Step> atStart) {
        return Migrations.on(OpenedConnections.of(database.dataSource(), opened::add))
                .registries(registry(HISTORY))
                .listener(new Listener() {
                    @Override
                    public void stepStarted(Step step) {
                        atStart.accept(step);
                    }
                });
    }

    private class Listener implements ProgressListener {
        @Override
        public void lockLost(String warning) {
            warnings.add(warning);
        }
    }
}
