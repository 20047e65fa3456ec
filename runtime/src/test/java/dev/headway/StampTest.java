package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.headway.error.MigrationFailedException;
import dev.headway.error.MultipleHeadsException;
import dev.headway.error.NotUpToDateException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.RevisionInfo;
import dev.headway.progress.LogAction;
import dev.headway.progress.LogEntry;
import dev.headway.progress.Outcome;
import dev.headway.testing.Capability;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;

/** {@code stamp}, {@code log} and {@code requireUpToDate}. */
class StampTest {
    private static final TestRevision[] HISTORY = {
        table("a"),
        table("b").after("a"),
        table("c").after("b"),
        table("x"),
        table("y").after("x")
    };

    @DatabaseTest
    void adoptsExistingDatabase(TestDatabase database) {
        database.execute("CREATE TABLE a (id bigint)");
        Migrator migrator = database.with(HISTORY);

        assertThat(migrator.stamp("a")).extracting(RevisionInfo::id).containsExactly("a");
        migrator.upgrade("c");

        assertThat(database.tables()).containsExactly("a", "b", "c");
        assertThat(database.log()).containsExactly("stamp a: done", "upgrade b: done", "upgrade c: done");
    }

    @DatabaseTest
    void marksLaterRevisionsAsNotApplied(TestDatabase database) {
        Migrator migrator = database.with(HISTORY);
        migrator.upgrade("heads");

        assertThat(migrator.stamp("b")).extracting(RevisionInfo::id).containsExactly("b", "y");

        assertThat(database.applied()).containsExactly("a", "b", "x", "y");
        assertThat(database.tables()).contains("c");
        assertThat(database.log()).endsWith("unstamp c: done");
    }

    @DatabaseTest
    void marksAllRevisionsAsNotAppliedForBase(TestDatabase database) {
        Migrator migrator = database.with(HISTORY);
        migrator.upgrade("heads");

        assertThat(migrator.stamp("base")).isEmpty();

        assertThat(database.applied()).isEmpty();
    }

    @DatabaseTest
    void removesUnknownRevisionsOnlyWithPurge(TestDatabase database) {
        database.with(table("gone")).upgradeToHead();
        Migrator migrator = database.with(HISTORY);

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> migrator.stamp("a"))
                .withMessageContaining("Can't locate revision identified by 'gone'");
        assertThat(migrator.purgeAndStamp("a", "x"))
                .extracting(RevisionInfo::id)
                .containsExactly("a", "x");

        assertThat(database.applied()).containsExactly("a", "x");
    }

    @DatabaseTest
    void purgeSettlesPartialRevisions(TestDatabase database) {
        TestRevision half = revision("half", op -> {
                    op.createTable("h", t -> t.bigint("id"));
                    op.execute("refused");
                })
                .outsideTransaction();
        assertThatThrownBy(database.with(half)::upgradeToHead).isInstanceOf(MigrationFailedException.class);
        assertThat(database.with(half).partial()).hasSize(1);

        database.with(half).purgeAndStamp("base");

        assertThat(database.with(half).partial()).isEmpty();
        assertThat(database.applied()).isEmpty();
        database.execute("DROP TABLE h");
        assertThatThrownBy(database.with(half)::upgradeToHead).hasMessageContaining("at its statement 2");
    }

    @DatabaseTest
    void purgeSettlesPartialRevisionsThatAreNoLongerInTheCode(TestDatabase database) {
        TestRevision gone = revision("gone", op -> {
                    op.createTable("g", t -> t.bigint("id"));
                    op.execute("refused");
                })
                .outsideTransaction();
        assertThatThrownBy(database.with(gone)::upgradeToHead).isInstanceOf(MigrationFailedException.class);
        Migrator migrator = database.with(HISTORY);

        migrator.purgeAndStamp("base");

        assertThat(migrator.partial()).isEmpty();
        migrator.upgrade("a");
        migrator.downgrade("base");
        assertThat(database.applied()).isEmpty();
    }

    @DatabaseTest
    void changesNothingForUnknownTarget(TestDatabase database) {
        Migrator migrator = database.with(HISTORY);
        migrator.upgrade("b");

        assertThatThrownBy(() -> migrator.stamp("c", "nosuch")).isInstanceOf(RevisionNotFoundException.class);
        assertThatThrownBy(() -> migrator.stamp("head")).isInstanceOf(MultipleHeadsException.class);

        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest(Capability.COMMITTING_DDL)
    void resolvesInterruptedStep(TestDatabase database) {
        Migrator failing = database.with(revision("a", op -> {
            op.createTable("a", t -> t.bigint("id"));
            op.execute("refused");
        }));
        assertThatThrownBy(failing::upgradeToHead).isInstanceOf(MigrationFailedException.class);

        failing.stamp("a");

        assertThat(failing.plan("head").isEmpty()).isTrue();
        failing.stamp("base");
        database.execute("DROP TABLE a");
        assertThatThrownBy(failing::upgradeToHead).hasMessageContaining("at its statement 2");
    }

    @DatabaseTest
    void reportsPendingRevisions(TestDatabase database) {
        Migrator migrator = database.with(HISTORY);
        migrator.upgrade("b");

        assertThatExceptionOfType(NotUpToDateException.class)
                .isThrownBy(migrator::requireUpToDate)
                .withMessage(
                        "Target database is not up to date. Pending: c, x, y. Apply them with headway upgrade heads, or"
                                + " Migrations.upgradeToHead(). Nothing was run.")
                .satisfies(refused -> assertThat(refused.pending()).containsExactly("c", "x", "y"));
        migrator.upgrade("heads");
        migrator.requireUpToDate();
    }

    @DatabaseTest
    void logReturnsAttemptedSteps(TestDatabase database) {
        Migrator migrator = database.with(
                table("a"), revision("b", op -> op.execute("refused")).after("a"));
        assertThat(migrator.log()).isEmpty();
        assertThatThrownBy(migrator::upgradeToHead).isInstanceOf(MigrationFailedException.class);

        assertThat(migrator.log()).hasSize(2);
        LogEntry done = migrator.log().get(0);
        assertThat(done.revision()).isEqualTo("a");
        assertThat(done.action()).isEqualTo(LogAction.UPGRADE);
        assertThat(done.outcome()).isEqualTo(Outcome.DONE);
        assertThat(done.statements()).isEqualTo(1);
        assertThat(done.endedAt().orElseThrow()).isAfterOrEqualTo(done.startedAt());
        assertThat(done.error()).isEmpty();
        LogEntry failed = migrator.log().get(1);
        assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(failed.error().orElseThrow()).startsWith(database.kind() + " says: ");
    }
}
