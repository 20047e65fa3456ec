package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.LockTimeoutException;
import dev.headway.error.MigrationFailedException;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.progress.HistoryEntry;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

class ProgressTest {
    private static final TestRevision[] CHAIN = {
        table("a"),
        revision("b", op -> {
                    op.createTable("b", t -> t.bigint("id"));
                    op.createIndex("ix_b", "b", "id");
                })
                .after("a"),
        table("c").after("b")
    };

    private final Told told = new Told();

    @DatabaseTest
    void reportsEachStepOfUpgrade(TestDatabase database) {
        database.with(CHAIN).listener(told).upgradeToHead();

        assertThat(told.events)
                .containsExactly(
                        "started: a, b, c",
                        "upgrade a",
                        "a done: 1",
                        "upgrade b",
                        "b done: 2",
                        "upgrade c",
                        "c done: 1");
    }

    @DatabaseTest
    void reportsEachStepOfDowngrade(TestDatabase database) {
        database.with(CHAIN).upgradeToHead();

        database.with(CHAIN).listener(told).downgrade("a");

        assertThat(told.events)
                .containsExactly("started: c, b", "downgrade c", "c done: 1", "downgrade b", "b done: 2");
    }

    @DatabaseTest
    void reportsFailureLast(TestDatabase database) {
        Migrator migrator = database.with(
                        table("a"),
                        revision("b", op -> op.dropTable("missing")).after("a"),
                        table("c").after("b"))
                .listener(told);

        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(migrator::upgradeToHead);

        assertThat(told.events).containsExactly("started: a, b, c", "upgrade a", "a done: 1", "upgrade b", "b failed");
    }

    @DatabaseTest
    void reportsNothingIfThereIsNothingToDo(TestDatabase database) {
        database.with(CHAIN).upgradeToHead();
        Migrator migrator = database.with(CHAIN).listener(told);

        migrator.upgradeToHead();
        migrator.downgrade("c");
        migrator.plan("head");
        migrator.current();
        migrator.history();

        assertThat(told.events).isEmpty();
    }

    @DatabaseTest
    void reportsEmptyHistory(TestDatabase database) {
        database.with().allowEmpty().listener(told).upgradeToHead();

        assertThat(told.events).containsExactly("empty history");
    }

    @DatabaseTest
    void reportsNothingIfRunIsRefused(TestDatabase database) {
        Migrator migrator =
                database.with(revision("a", op -> op.execute("SELECT 1"))).listener(told);
        migrator.upgradeToHead();
        told.events.clear();

        assertThatExceptionOfType(IrreversibleMigrationException.class).isThrownBy(() -> migrator.downgrade("base"));

        assertThat(told.events).isEmpty();
    }

    @DatabaseTest
    void reportsWaitOnce(TestDatabase database) {
        Migrator rival = database.with(table("a")).listener(told).lockTimeout(Duration.ofSeconds(1));
        Migrator migrator = database.with(revision("a", op -> {
            op.handle();
            rival.upgradeToHead();
        }));

        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withCauseInstanceOf(LockTimeoutException.class);

        assertThat(told.events).containsExactly("waiting");
    }

    @DatabaseTest
    void listenerExceptionEndsRunBetweenSteps(TestDatabase database) {
        Migrator migrator = database.with(CHAIN).listener(new ProgressListener() {
            @Override
            public void stepDone(Step step, int statements, Duration took) {
                throw new IllegalStateException("enough");
            }
        });

        assertThatIllegalStateException().isThrownBy(migrator::upgradeToHead).withMessage("enough");
        assertThatIllegalStateException().isThrownBy(migrator::upgradeToHead).withMessage("enough");

        assertThat(database.applied()).containsExactly("a", "b");
        assertThat(ids(database.with(CHAIN).upgradeToHead())).containsExactly("c");
    }

    @DatabaseTest
    void reportsNothingAppliedBeforeFirstRun(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);

        assertThat(ids(migrator.plan("head"))).containsExactly("a", "b", "c");
        assertThat(ids(migrator.plan("b"))).containsExactly("a", "b");
        assertThat(migrator.current()).isEmpty();
        assertThat(migrator.history()).extracting(ProgressTest::shown).containsExactly("a", "b", "c (head)");
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest
    void reportsStateOfDatabaseAfterRun(TestDatabase database) {
        Migrator migrator = database.with(CHAIN);
        Instant before = Instant.now().minusSeconds(1);
        migrator.upgrade("b");

        assertThat(ids(migrator.plan("head"))).containsExactly("c");
        assertThat(migrator.plan("b").isEmpty()).isTrue();
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("b");
        assertThat(migrator.history())
                .extracting(ProgressTest::shown)
                .containsExactly("a (applied)", "b (applied) (current)", "c (head)");
        assertThat(migrator.history().get(0).appliedAt())
                .hasValueSatisfying(
                        at -> assertThat(at).isBetween(before, Instant.now().plusSeconds(1)));

        migrator.upgradeToHead();

        assertThat(migrator.plan("head").isEmpty()).isTrue();
        assertThat(migrator.history())
                .extracting(ProgressTest::shown)
                .containsExactly("a (applied)", "b (applied)", "c (applied) (current) (head)");
    }

    private static String shown(HistoryEntry entry) {
        return entry.revision().id()
                + (entry.appliedAt().isPresent() ? " (applied)" : "")
                + (entry.current() ? " (current)" : "")
                + (entry.head() ? " (head)" : "");
    }

    /** Notes what it hears. */
    private static final class Told implements ProgressListener {
        private final List<String> events = new ArrayList<>();

        @Override
        public void emptyHistory() {
            events.add("empty history");
        }

        @Override
        public void started(Plan plan) {
            events.add("started: " + String.join(", ", ids(plan)));
        }

        @Override
        public void stepStarted(Step step) {
            events.add(step.direction().name().toLowerCase(Locale.ROOT) + " "
                    + step.revision().id());
        }

        @Override
        public void stepDone(Step step, int statements, Duration took) {
            events.add(step.revision().id() + " done: " + statements);
        }

        @Override
        public void stepFailed(Step step) {
            events.add(step.revision().id() + " failed");
        }

        @Override
        public void waitingForLock(Duration atMost, List<String> holders) {
            events.add("waiting");
        }
    }
}
