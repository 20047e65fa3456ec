package dev.headway;

import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.NotUpToDateException;
import dev.headway.graph.CheckResult;
import dev.headway.graph.RevisionInfo;
import dev.headway.progress.ProgressListener;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import java.util.ArrayList;
import java.util.List;

/** Whether code and database agree, and what is done about applied revisions that were changed. */
class CheckTest {
    private static final TestRevision A = table("a").checkedBy("1111111111111111");
    private static final TestRevision B = table("b").after("a").checkedBy("2222222222222222");
    private static final TestRevision CHANGED_A = A.checkedBy("3333333333333333");
    private static final String CHANGED = "Changed since applied: a. The changed classes were never run on this"
            + " database. Restore the classes, and make the change in a new revision. If the classes have the same effect as"
            + " before, or the database was changed by hand, accept them: headway stamp current.";

    @DatabaseTest
    void reportsNoProblemIfAllRevisionsAreApplied(TestDatabase database) {
        Migrator migrator = database.with(A, B);
        migrator.upgradeToHead();

        assertThat(migrator.check().isUpToDate()).isTrue();
        migrator.check().requireUpToDate();
    }

    @DatabaseTest
    void reportsAllProblems(TestDatabase database) {
        database.with(A, revision("gone", op -> {}).labelled("side")).upgrade("heads");
        Migrator migrator = database.with(CHANGED_A, B, table("c").after("a"));

        CheckResult result = migrator.check();

        assertThat(result.pending()).extracting(RevisionInfo::id).containsExactly("b", "c");
        assertThat(result.unknown()).containsExactly("gone");
        assertThat(result.changed()).extracting(RevisionInfo::id).containsExactly("a");
        assertThat(result.heads()).extracting(RevisionInfo::id).containsExactly("b", "c");
        assertThatExceptionOfType(NotUpToDateException.class)
                .isThrownBy(result::requireUpToDate)
                .withMessage(
                        "Target database is not up to date. Pending: b, c. Apply them with headway upgrade heads, or"
                                + " Migrations.upgradeToHead().\n"
                                + "The database has applied revisions that no class declares: gone. Deploy the code that"
                                + " contains them, or restore the classes.\n"
                                + CHANGED + "\n"
                                + "Multiple head revisions are present: b, c. Join them with headway merge heads -m \"…\", or"
                                + " give each a branch label of its own. Nothing was run.");
    }

    @DatabaseTest
    void acceptsHeadsOfLabelledBranches(TestDatabase database) {
        Migrator migrator =
                database.with(A, B.labelled("left"), table("c").after("a").labelled("right"));
        migrator.upgrade("heads");

        assertThat(migrator.check().isUpToDate()).isTrue();
    }

    @DatabaseTest
    void warnsOfChangedRevisionWithAndWithoutPendingOnes(TestDatabase database) {
        database.with(A).upgradeToHead();
        List<String> told = new ArrayList<>();
        Migrator migrator = database.with(CHANGED_A, B).listener(new ProgressListener() {
            @Override
            public void changed(String objection) {
                told.add(objection);
            }
        });

        migrator.upgradeToHead();
        migrator.upgradeToHead();

        assertThat(told).containsExactly(CHANGED, CHANGED);
        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest
    void refusesChangedRevisionIfConfigured(TestDatabase database) {
        database.with(A).upgradeToHead();
        Migrator migrator = database.with(CHANGED_A, B).failOnChanged();

        assertThatExceptionOfType(NotUpToDateException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessage(CHANGED + " Nothing was run.");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void stampAcceptsChangedRevision(TestDatabase database) {
        database.with(A).upgradeToHead();
        Migrator migrator = database.with(CHANGED_A, B).failOnChanged();
        assertThat(migrator.history().get(0).isChanged()).isTrue();

        migrator.stamp("current");

        assertThat(migrator.history().get(0).isChanged()).isFalse();
        assertThat(migrator.history().get(0).appliedChecksum()).hasValue("3333333333333333");
        migrator.upgradeToHead();
        assertThat(database.applied()).containsExactly("a", "b");
        assertThat(database.log()).containsExactly("upgrade a: done", "stamp a: done", "upgrade b: done");
    }

    @DatabaseTest
    void ignoresRevisionAppliedWithoutChecksum(TestDatabase database) {
        database.with(table("a")).upgradeToHead();

        assertThat(database.with(A).check().isUpToDate()).isTrue();
        assertThat(database.with(A).history().get(0).isChanged()).isFalse();

        database.with(A).stamp("base");
        database.with(A).stamp("a");

        assertThat(database.with(table("a")).check().isUpToDate()).isTrue();
        assertThat(database.with(CHANGED_A).check().isUpToDate()).isFalse();
    }

    @DatabaseTest
    void appliesLateMergedBranch(TestDatabase database) {
        database.with(A, B).upgradeToHead();
        Migrator migrator =
                database.with(A, B, table("c").after("a"), table("d").after("b", "c"));

        assertThat(migrator.check().pending()).extracting(RevisionInfo::id).containsExactly("c", "d");
        migrator.upgradeToHead();

        assertThat(database.log())
                .containsExactly("upgrade a: done", "upgrade b: done", "upgrade c: done", "upgrade d: done");
        assertThat(migrator.check().isUpToDate()).isTrue();
    }
}
