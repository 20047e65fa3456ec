package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.AmbiguousRevisionException;
import dev.headway.error.MultipleHeadsException;
import dev.headway.graph.RevisionInfo;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;

class BranchesTest {
    private static final TestRevision BASE = table("base_line");
    private static final TestRevision LEFT = table("left").after("base_line");
    private static final TestRevision RIGHT = table("right").after("base_line");
    private static final TestRevision MERGE = table("merged").after("left", "right");

    @DatabaseTest
    void aMergeComesAfterAllItsParents(TestDatabase database) {
        Migrator migrator = database.with(MERGE, RIGHT, LEFT, BASE);

        assertThat(ids(migrator.upgradeToHead())).containsExactly("base_line", "left", "right", "merged");
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("merged");
    }

    @DatabaseTest
    void severalHeadsAreNotGuessedAt(TestDatabase database) {
        Migrator migrator = database.with(BASE, LEFT, RIGHT);

        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessage(
                        "Multiple head revisions are present: left, right. Use 'heads' for all of them, name one by"
                                + " its id, or join them with a merge: a revision whose 'down' names each head's class"
                                + " (headway merge heads -m \"…\" writes it).")
                .satisfies(refused -> assertThat(refused.heads()).containsExactly("left", "right"));
        assertThat(database.allTables()).isEmpty();
    }

    @DatabaseTest
    void headsBringsAllBranchesUp(TestDatabase database) {
        Migrator migrator = database.with(BASE, LEFT, RIGHT);

        assertThat(ids(migrator.upgrade("heads"))).containsExactly("base_line", "left", "right");
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("left", "right");
    }

    @DatabaseTest
    void severalHeadsThatAreAllAppliedLeaveNothingToDo(TestDatabase database) {
        Migrator migrator = database.with(BASE, LEFT, RIGHT);
        migrator.upgrade("heads");

        assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
    }

    @DatabaseTest
    void oneBranchIsUpgradedWithoutTheOther(TestDatabase database) {
        Migrator migrator = database.with(BASE, LEFT, RIGHT);

        assertThat(ids(migrator.upgrade("right"))).containsExactly("base_line", "right");
        assertThat(database.applied()).containsExactly("base_line", "right");
    }

    @DatabaseTest
    void aDowngradeOfOneBranchLeavesTheOther(TestDatabase database) {
        Migrator migrator = database.with(BASE, LEFT, table("left_2").after("left"), RIGHT);
        migrator.upgrade("heads");

        assertThat(ids(migrator.downgrade("left"))).containsExactly("left_2");
        assertThat(database.applied()).containsExactly("base_line", "left", "right");
    }

    @DatabaseTest
    void stepsDownFromAMergeMustSayWhichWay(TestDatabase database) {
        Migrator migrator = database.with(BASE, LEFT, RIGHT, MERGE);
        migrator.upgradeToHead();

        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> migrator.downgrade("-1"))
                .withMessage("'-1' is ambiguous: it could mean left, right. Specify one of them by its id.");

        assertThat(ids(migrator.downgrade("left"))).containsExactly("merged");
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("left", "right");
    }

    @DatabaseTest
    void stepsFromSeveralCurrentRevisionsMustSayFromWhich(TestDatabase database) {
        Migrator migrator = database.with(BASE, LEFT, RIGHT);
        migrator.upgrade("heads");

        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> migrator.downgrade("-1"))
                .withMessage("'-1' is ambiguous: it could mean left, right. Several revisions are current; start from"
                        + " one of them: <id>-1.");
    }

    @DatabaseTest
    void aDependencyComesFirstAndGoesLast(TestDatabase database) {
        Migrator migrator = database.with(
                BASE, table("a").after("base_line").dependingOn("z"), table("z").after("base_line"));

        assertThat(ids(migrator.upgrade("a"))).containsExactly("base_line", "z", "a");
        assertThat(ids(migrator.downgrade("base"))).containsExactly("a", "z", "base_line");
    }

    @DatabaseTest
    void takingBackADependencyTakesBackWhatDependsOnIt(TestDatabase database) {
        Migrator migrator = database.with(
                BASE,
                table("needed").after("base_line"),
                table("x"),
                table("y").after("x").dependingOn("needed"));
        migrator.upgrade("heads");

        assertThat(ids(migrator.downgrade("base_line"))).containsExactly("y", "needed");
        assertThat(database.applied()).containsExactly("base_line", "x");
    }
}
