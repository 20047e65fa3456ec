package dev.headway;

import static dev.headway.testing.TestRevision.ids;
import static dev.headway.testing.TestRevision.revision;
import static dev.headway.testing.TestRevision.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.RevisionInfo;
import dev.headway.testing.DatabaseTest;
import dev.headway.testing.TestDatabase;
import dev.headway.testing.TestRevision;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Commands on a database that has applied only some of the revisions that a squash replaces. */
class PartlyAppliedSquashTest {
    private static final TestRevision A = table("a");
    private static final TestRevision B = table("b").after("a");
    private static final TestRevision C = table("c").after("b");
    private static final TestRevision D = table("d").after("c");
    private static final TestRevision FIRST = revision("first", op -> {}).replacing("a", "b");
    private static final TestRevision SECOND =
            revision("second", op -> {}).after("first").replacing("c", "d");
    private static final TestRevision E = table("e").after("second");
    private static final TestRevision OTHER = table("other");

    private static Migrator inTheMiddleOfTheFirst(TestDatabase database) {
        database.with(A, B, C, D).upgrade("a");
        return database.with(A, B, C, D, FIRST, SECOND, E, OTHER);
    }

    private static Migrator inTheMiddleOfTheSecond(TestDatabase database) {
        database.with(A, B, C, D).upgrade("c");
        return database.with(A, B, C, D, FIRST, SECOND, E, OTHER);
    }

    @DatabaseTest
    void anUpgradeOfAnotherBranchDoesNotContinueASquash(TestDatabase database) {
        Migrator migrator = inTheMiddleOfTheFirst(database);

        assertThat(ids(migrator.upgrade("other"))).containsExactly("other");

        assertThat(database.applied()).containsExactly("a", "other");
        assertThat(ids(migrator.upgrade("heads"))).containsExactly("b", "second", "e");
    }

    @DatabaseTest
    void anUpgradeToAnAncestorDoesNotContinueASquash(TestDatabase database) {
        Migrator migrator = inTheMiddleOfTheSecond(database);

        assertThat(ids(migrator.upgrade("first"))).isEmpty();

        assertThat(database.applied()).containsExactly("c", "first");
        assertThat(ids(migrator.upgrade("second"))).containsExactly("d");
        assertThat(database.applied()).containsExactly("first", "second");
    }

    @DatabaseTest
    void anUpgradeOfAnotherBranchRunsIfASquashCannotContinue(TestDatabase database) {
        inTheMiddleOfTheFirst(database);
        Migrator migrator = database.with(FIRST, SECOND, E, OTHER);

        assertThat(ids(migrator.upgrade("other"))).containsExactly("other");

        assertThat(database.applied()).containsExactly("a", "other");
    }

    @DatabaseTest
    void anUpgradeStepCompletesTheSquashFirst(TestDatabase database) {
        Migrator migrator = inTheMiddleOfTheSecond(database);

        assertThat(ids(migrator.plan("+1"))).containsExactly("d", "e");
        assertThat(ids(migrator.plan("first+1"))).containsExactly("d");
    }

    @DatabaseTest
    void stampingCurrentKeepsAllRows(TestDatabase database) {
        inTheMiddleOfTheFirst(database).stamp("current");
        assertThat(database.applied()).containsExactly("a");

        inTheMiddleOfTheSecond(database).stamp("current");
        assertThat(database.applied()).containsExactly("c", "first");
    }

    @DatabaseTest
    void refusesToStampRelativeToTheCurrentRevision(TestDatabase database) {
        Migrator migrator = inTheMiddleOfTheSecond(database);

        for (String target : new String[] {"+1", "-1", "first@+1"}) {
            assertThatExceptionOfType(RevisionNotFoundException.class)
                    .isThrownBy(() -> migrator.stamp(target))
                    .withMessage("Destination " + target + " is not a valid stamp target. Another revision replaces"
                            + " revisions of which the database has applied only some: c. Specify the revision by its"
                            + " id. Nothing was changed.");
        }
        assertThat(database.applied()).containsExactly("a", "b", "c");
    }

    @DatabaseTest
    void refusesToPurgeAllRowsForTheCurrentRevision(TestDatabase database) {
        Migrator migrator = inTheMiddleOfTheFirst(database);

        for (String target : new String[] {"current", "+1"}) {
            assertThatExceptionOfType(RevisionNotFoundException.class)
                    .isThrownBy(() -> migrator.purgeAndStamp(target))
                    .withMessage("Destination " + target + " is not a valid stamp target. A purge first marks all"
                            + " revisions as not applied, so none is current. Specify the revision by its id. Nothing was"
                            + " changed.");
        }
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void stampingAnotherBranchDoesNotCompleteASquashThatAnAppliedRevisionRequires(TestDatabase database) {
        TestRevision x = table("x");
        database.with(A, B, x.dependingOn("a")).upgrade("x");
        Migrator migrator = database.with(A, B, FIRST, x.dependingOn("first"), OTHER);

        migrator.stamp("other");

        assertThat(database.applied()).containsExactly("a", "other", "x");
        assertThat(ids(migrator.upgrade("heads"))).containsExactly("b");
    }

    @DatabaseTest
    void stampingBaseOfAnotherBranchKeepsAllRows(TestDatabase database) {
        TestRevision labelled = OTHER.labelled("others");
        database.with(A, B, C, D, labelled).upgrade("c");
        database.with(A, B, C, D, labelled).upgrade("other");

        database.with(A, B, C, D, FIRST, SECOND, E, labelled).stamp("others@base");

        assertThat(database.applied()).containsExactly("c", "first");
    }

    @DatabaseTest
    void stampingTheSquashCompletesIt(TestDatabase database) {
        inTheMiddleOfTheSecond(database).stamp("second");

        assertThat(database.applied()).containsExactly("first", "second");
    }

    @DatabaseTest
    void stampingTheRevisionBeforeTheSquashRemovesIt(TestDatabase database) {
        inTheMiddleOfTheSecond(database).stamp("first");

        assertThat(database.applied()).containsExactly("first");
    }

    @DatabaseTest
    void refusesToDowngradeToAnyTarget(TestDatabase database) {
        Migrator migrator = inTheMiddleOfTheSecond(database);

        for (String target : new String[] {"-1", "base", "first", "second", "first@base", "current"}) {
            assertThatExceptionOfType(RevisionNotFoundException.class)
                    .isThrownBy(() -> migrator.downgrade(target))
                    .withMessageContaining("has applied only some: c. From this state, only an upgrade is possible.");
        }
        assertThat(database.applied()).containsExactly("a", "b", "c");
        assertThat(database.tables()).containsExactly("a", "b", "c");
    }

    @DatabaseTest
    void refusesTheIdOfAReplacedRevisionEvenIfItIsAPrefixOfAnother(TestDatabase database) {
        TestRevision ab = revision("ab", op -> {}).replacing("a", "b");
        database.with(A, B).upgrade("a");
        Migrator migrator = database.with(A, B, ab);
        String message = "Can't locate revision identified by 'a'. Revision ab replaces it. Specify ab instead.";

        for (ThrowingCallable command : new ThrowingCallable[] {
            () -> migrator.upgrade("a"),
            () -> migrator.stamp("a"),
            () -> migrator.plan("a+1"),
            () -> migrator.upgrade("a@head"),
            () -> migrator.graph().range("a:ab")
        }) {
            assertThatExceptionOfType(RevisionNotFoundException.class)
                    .isThrownBy(command)
                    .withMessage(message);
        }
        assertThat(database.applied()).containsExactly("a");
    }

    @DatabaseTest
    void reportsThatThePendingRevisionsAreTheRemainingOnes(TestDatabase database) {
        Migrator migrator = inTheMiddleOfTheSecond(database);

        assertThat(migrator.check().pending()).extracting(RevisionInfo::id).containsExactly("d", "other", "e");
        assertThat(migrator.check().unknown()).isEmpty();
        assertThat(migrator.current()).extracting(RevisionInfo::id).containsExactly("first");
        assertThat(ids(migrator.plan("heads"))).containsExactly("d", "other", "e");
    }
}
