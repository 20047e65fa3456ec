package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MigrationFailedException;
import dev.headway.error.PartiallyAppliedException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Database;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;

/** One revision that stands for several, on databases that have none of them, all of them, or some. */
class SquashTest {
    private static final TestRevision A = table("a");
    private static final TestRevision B = table("b").after("a");
    private static final TestRevision C = table("c").after("b");
    private static final TestRevision SQUASH = revision("abc", op -> {
                op.createTable("a", t -> t.bigint("id").primaryKey());
                op.createTable("b", t -> t.bigint("id").primaryKey());
                op.createTable("c", t -> t.bigint("id").primaryKey());
            })
            .replacing("a", "b", "c");
    private static final TestRevision D = table("d").after("abc");

    @DatabaseTest
    void aFreshDatabaseGetsTheOne(TestDatabase database) {
        database.with(A, B, C, SQUASH, D).upgradeToHead();

        assertThat(database.applied()).containsExactly("abc", "d");
        assertThat(database.tables()).containsExactly("a", "b", "c", "d");
        assertThat(database.log()).containsExactly("upgrade abc: done", "upgrade d: done");
    }

    @DatabaseTest
    void aDatabaseThatHasAllOfThemHasIt(TestDatabase database) {
        database.with(A, B, C).upgradeToHead();
        Migrator migrator = database.with(SQUASH, D);
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("abc");
        assertThat(ids(migrator.plan("head"))).containsExactly("d");

        migrator.upgradeToHead();

        assertThat(database.applied()).containsExactly("abc", "d");
        assertThat(database.log())
                .endsWith(
                        "unstamp a: done", "unstamp b: done", "unstamp c: done", "stamp abc: done", "upgrade d: done");
    }

    @DatabaseTest
    void theRowsAreSwappedEvenIfThereIsNothingElseToDo(TestDatabase database) {
        database.with(A, B, C).upgradeToHead();

        assertThat(database.with(SQUASH).upgradeToHead().isEmpty()).isTrue();

        assertThat(database.applied()).containsExactly("abc");
        assertThat(database.with(SQUASH.replacing(), D).check().unknown()).isEmpty();
    }

    @DatabaseTest
    void aDatabaseInTheMidstGoesOnWithThoseThatAreStillThere(TestDatabase database) {
        database.with(A, B, C).upgrade("a");
        Migrator migrator = database.with(A, B, C, SQUASH, D);
        assertThat(ids(migrator.plan("head"))).containsExactly("b", "c", "d");
        assertThat(migrator.check().pending()).extracting(RevisionInfo::id).containsExactly("b", "c", "d");

        migrator.upgradeToHead();

        assertThat(database.applied()).containsExactly("abc", "d");
        assertThat(database.tables()).containsExactly("a", "b", "c", "d");
        assertThat(migrator.upgradeToHead().isEmpty()).isTrue();
        migrator.downgrade("base");
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void aDatabaseInTheMidstOfWhatIsGoneIsRefused(TestDatabase database) {
        database.with(A, B, C).upgrade("b");
        Migrator migrator = database.with(SQUASH, D);

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(migrator::upgradeToHead)
                .withMessage(
                        "Can't locate revision identified by 'c'. abc replaces a, b, c, of which the database has only"
                                + " a, b, and the others are no longer in the code. Nothing was run. Upgrade the"
                                + " database to the last of them with a version of the code that still"
                                + " has them, then use this one.");
        assertThat(database.applied()).containsExactly("a", "b");
    }

    @DatabaseTest
    void aSquashDoesNotReplaceARevisionThatIsAppliedInPart(TestDatabase database) {
        TestRevision half = revision("half", op -> {
                    op.createTable("h", t -> t.bigint("id"));
                    op.execute("refused");
                })
                .outsideTransaction();
        TestRevision squash =
                revision("one", op -> op.createTable("h", t -> t.bigint("id"))).replacing("half");
        assertThatExceptionOfType(MigrationFailedException.class).isThrownBy(database.with(half)::upgradeToHead);

        for (TestRevision[] history : new TestRevision[][] {{squash}, {half, squash}}) {
            assertThatExceptionOfType(PartiallyAppliedException.class)
                    .isThrownBy(database.with(history)::upgradeToHead)
                    .withMessageContaining("Revision one replaces revision half, which stopped during its upgrade")
                    .withMessageContaining("Nothing was run");
        }
        assertThat(database.applied()).isEmpty();
        assertThat(database.tables()).containsExactly("h");
    }

    @DatabaseTest
    void inTheMidstThereIsNoWayBack(TestDatabase database) {
        database.with(A, B, C).upgrade("b");

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> database.with(A, B, C, SQUASH, D).downgrade("base"))
                .withMessage("Destination base is not a valid downgrade target. Another revision replaces revisions"
                        + " of which the database has applied only some: a, b. From this state, only an upgrade is"
                        + " possible. To downgrade, use a version of the code without that revision. Nothing was run.");
    }

    @DatabaseTest
    void aDowngradeTakesBackTheOneInsteadOfThose(TestDatabase database) {
        database.with(A, B, C).upgradeToHead();

        database.with(SQUASH, D).downgrade("base");

        assertThat(database.applied()).isEmpty();
        assertThat(database.tables()).isEmpty();
    }

    @DatabaseTest
    void whatWasSquashedMayBeSquashedAgain(TestDatabase database) {
        TestRevision again = revision("abcd", op -> {}).replacing("abc", "d");
        database.with(A, B, C).upgrade("b");
        Migrator migrator = database.with(A, B, C, SQUASH, D, again, table("e").after("abcd"));

        assertThat(ids(migrator.upgradeToHead())).containsExactly("c", "d", "e");

        assertThat(database.applied()).containsExactly("abcd", "e");
    }

    @DatabaseTest
    void aStampAtTheOneForgetsThose(TestDatabase database) {
        database.with(A, B, C).upgrade("b");

        database.with(A, B, C, SQUASH, D).stamp("abc");

        assertThat(database.applied()).containsExactly("abc");
    }

    @DatabaseTest
    void resumesInTheMiddleOfASecondSquashWithoutRepeatingTheFirst(TestDatabase database) {
        TestRevision c = table("c").after("b");
        TestRevision d = table("d").after("c");
        TestRevision first = revision("p1", op -> {}).replacing("a", "b");
        TestRevision second = revision("p2", op -> {}).after("p1").replacing("c", "d");
        database.with(A, B, c, d).upgrade("c");

        Migrator migrator = database.with(A, B, c, d, first, second);
        assertThat(ids(migrator.plan("head"))).containsExactly("d");
        migrator.upgradeToHead();

        assertThat(database.applied()).containsExactly("p1", "p2");
        assertThat(database.tables()).containsExactly("a", "b", "c", "d");
    }

    @DatabaseTest
    void keepsTheRowsOfASquashThatIsItselfReplaced(TestDatabase database) {
        TestRevision first = revision("p1", op -> {}).replacing("a", "b");
        TestRevision second = table("e").after("p1");
        TestRevision both = revision("p", op -> {}).replacing("p1", "e");
        TestRevision failing =
                revision("f", op -> op.execute("select nonsense from nowhere")).after("p");
        database.with(A, B).upgradeToHead();

        database.with(first, second, both).upgradeToHead();
        assertThat(database.applied()).containsExactly("p");
        assertThatExceptionOfType(MigrationFailedException.class)
                .isThrownBy(database.with(first, second, both, failing)::upgradeToHead);
        assertThat(database.applied()).containsExactly("p");
    }

    @DatabaseTest
    void stampingAnotherBranchKeepsTheRowsOfAPartlyAppliedSquash(TestDatabase database) {
        database.with(A, B, C).upgrade("b");

        database.with(A, B, C, SQUASH, D, table("other")).stamp("other");

        assertThat(database.applied()).containsExactlyInAnyOrder("a", "b", "other");
    }

    @DatabaseTest
    void stampingCurrentAcceptsAChangedRevisionThatIsReplaced(TestDatabase database) {
        database.with(A.checkedBy("1"), B).upgrade("a");
        Migrator migrator =
                database.with(A.checkedBy("2"), B, revision("ab", op -> {}).replacing("a", "b"));
        assertThat(migrator.check().changed()).extracting(RevisionInfo::id).containsExactly("a");

        migrator.stamp("current");

        assertThat(database.applied()).containsExactly("a");
        assertThat(migrator.check().changed()).isEmpty();
    }

    @DatabaseTest
    void theHistoryShowsASquashAsAppliedBeforeItsRowExists(TestDatabase database) {
        database.with(A, B, C).upgradeToHead();

        assertThat(database.with(SQUASH, D).history())
                .satisfiesExactly(
                        squash -> {
                            assertThat(squash.revision().id()).isEqualTo("abc");
                            assertThat(squash.appliedAt()).isPresent();
                            assertThat(squash.current()).isTrue();
                        },
                        pending -> assertThat(pending.appliedAt()).isEmpty());
    }

    @DatabaseTest
    void aScriptThatRevertsASquashRemovesTheRowsOfItsRevisions(TestDatabase database) {
        database.with(A, B, C).upgradeToHead();
        String script = Migrations.script(new Database(database.kind()))
                .registries(TestRevision.registry(SQUASH, D))
                .downgrade("abc", "base");

        database.jdbi().useHandle(handle -> handle.createScript(script).execute());

        assertThat(database.applied()).isEmpty();
    }

    @DatabaseTest
    void aSquashMayContainAMerge(TestDatabase database) {
        TestRevision left = table("l").after("a");
        TestRevision right = table("r").after("a");
        TestRevision merge = table("m").after("l", "r");
        TestRevision squash = revision("alrm", op -> {}).replacing("a", "l", "r", "m");
        database.with(A, left, right, merge).upgrade("r");

        Migrator migrator =
                database.with(A, left, right, merge, squash, table("e").after("alrm"));
        assertThat(ids(migrator.upgradeToHead())).containsExactly("l", "m", "e");

        assertThat(database.applied()).containsExactly("alrm", "e");
        assertThat(database.tables()).containsExactly("a", "e", "l", "m", "r");
    }

    @DatabaseTest
    void aSquashOfOneBranchLeavesTheOther(TestDatabase database) {
        TestRevision left = table("l").after("a");
        TestRevision left2 = table("l2").after("l");
        TestRevision right = table("r").after("a");
        TestRevision merge = table("m");
        TestRevision squash = revision("ll", op -> {}).after("a").replacing("l", "l2");
        database.with(A, left, left2, right, merge.after("l2", "r")).upgrade("l");

        Migrator migrator = database.with(A, left, left2, right, squash, merge.after("ll", "r"));
        assertThat(ids(migrator.upgrade("r"))).containsExactly("r");
        assertThat(database.applied()).containsExactly("a", "l", "r");
        assertThat(ids(migrator.upgradeToHead())).containsExactly("l2", "m");

        assertThat(database.applied()).containsExactly("a", "ll", "m", "r");
    }

    @DatabaseTest
    void appliesWhatTheRemainingRevisionsDependOnFirst(TestDatabase database) {
        TestRevision x = table("x");
        database.with(A, B, C, x).upgrade("a");

        Migrator migrator = database.with(A, B.dependingOn("x"), C, x, SQUASH.dependingOn("x"), D);
        assertThat(ids(migrator.upgrade("heads"))).containsExactly("x", "b", "c", "d");

        assertThat(database.applied()).containsExactly("abc", "d", "x");
    }

    @DatabaseTest
    void aSquashOfWhichTheFirstClassesAreDeletedGoesOnWithTheLast(TestDatabase database) {
        database.with(A, B, C).upgrade("b");

        assertThat(ids(database.with(C.after(), SQUASH, D).upgradeToHead())).containsExactly("c", "d");

        assertThat(database.applied()).containsExactly("abc", "d");
    }

    @DatabaseTest
    void aSquashOfWhichAMiddleClassIsDeletedIsRefused(TestDatabase database) {
        database.with(A, B, C).upgrade("a");

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(database.with(A, C.after(), SQUASH, D)::upgradeToHead)
                .withMessageStartingWith("Can't locate revision identified by 'b'. abc replaces a, b, c, of which the"
                        + " database has only a, and b is no longer in the code. Nothing was run.");
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void aDowngradeRevertsSeveralSquashes(TestDatabase database) {
        TestRevision p1 = revision("p1", op -> {
                    op.createTable("a", t -> t.bigint("id").primaryKey());
                    op.createTable("b", t -> t.bigint("id").primaryKey());
                })
                .replacing("a", "b");
        TestRevision p2 = table("c").after("p1");
        TestRevision squashed = revision(
                        "p2", op -> op.createTable("c", t -> t.bigint("id").primaryKey()))
                .after("p1")
                .replacing("c");
        TestRevision both = revision("p", op -> {
                    op.createTable("a", t -> t.bigint("id").primaryKey());
                    op.createTable("b", t -> t.bigint("id").primaryKey());
                    op.createTable("c", t -> t.bigint("id").primaryKey());
                })
                .replacing("p1", "p2");
        database.with(A, B, C).upgradeToHead();
        assertThat(ids(database.with(p1, p2).planDowngrade("-1"))).containsExactly("c");

        Migrator migrator = database.with(p1, squashed);
        assertThat(ids(migrator.downgrade("-1"))).containsExactly("p2");
        assertThat(database.applied()).containsExactly("p1");
        assertThat(ids(migrator.upgradeToHead())).containsExactly("p2");
        assertThat(ids(database.with(A, B, C, p1, squashed, both).downgrade("base")))
                .containsExactly("p");

        assertThat(database.applied()).isEmpty();
        assertThat(database.tables()).isEmpty();
    }
}
