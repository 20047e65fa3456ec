package dev.headway.internal.engine.journal;

import static dev.headway.graph.Direction.DOWNGRADE;
import static dev.headway.graph.Direction.UPGRADE;
import static dev.headway.internal.engine.journal.NextStatement.BEGUN;
import static dev.headway.internal.engine.journal.NextStatement.DONE;
import static dev.headway.internal.engine.journal.NextStatement.UNTRIED;
import static dev.headway.internal.engine.journal.PreviousAttempt.Treatment.CHECK;
import static dev.headway.internal.engine.journal.PreviousAttempt.Treatment.COUNT_AS_COMPLETED;
import static dev.headway.internal.engine.journal.PreviousAttempt.Treatment.EXECUTE;
import static dev.headway.internal.engine.journal.PreviousAttempt.Treatment.SKIP;
import static dev.headway.progress.Outcome.DOUBTFUL;
import static dev.headway.progress.Outcome.FAILED;
import static dev.headway.progress.Outcome.RESUMED;
import static dev.headway.progress.Outcome.RUNNING;
import static dev.headway.progress.Outcome.SETTLED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.PartiallyAppliedException;
import dev.headway.graph.Direction;
import dev.headway.graph.Step;
import dev.headway.internal.engine.journal.PreviousAttempt.Treatment;
import dev.headway.progress.Outcome;
import dev.headway.testing.TestRevision;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PreviousAttemptTest {
    private static final List<String> STATEMENTS = List.of("one", "two", "three", "four");

    private static PreviousAttempt attempt(Outcome outcome, int statements) {
        return with(outcome, statements, NextStatement.of(null, outcome));
    }

    private static PreviousAttempt withHandle(Outcome outcome, int statements) {
        return new PreviousAttempt(7, "a", UPGRADE, outcome, statements, null, NextStatement.of(null, outcome), null);
    }

    private static PreviousAttempt with(Outcome outcome, int statements, NextStatement next) {
        String nextDigest = statements < STATEMENTS.size() ? digest(statements + 1) : null;
        return new PreviousAttempt(7, "a", UPGRADE, outcome, statements, digest(statements), next, nextDigest);
    }

    private static String digest(int statements) {
        String digest = StatementDigest.NOTHING;
        for (String statement : STATEMENTS.subList(0, statements)) {
            digest = StatementDigest.of(digest, statement);
        }
        return digest;
    }

    private static Step step(String revision, Direction direction) {
        return new Step(
                TestRevision.registry(TestRevision.table(revision)).revisions().get(0), direction);
    }

    private static List<Treatment> treatments(PreviousAttempt previous) {
        List<Treatment> treatments = new ArrayList<>();
        for (int number = 1; number <= STATEMENTS.size(); number++) {
            treatments.add(previous.treatment(number, digest(number)));
        }
        return treatments;
    }

    @Test
    void executesEverythingIfThereIsNoPreviousAttempt() {
        PreviousAttempt none = PreviousAttempt.none(step("a", UPGRADE));

        assertThat(treatments(none)).containsOnly(EXECUTE);
        assertThat(none.keepsRow()).isFalse();
        assertThat(none.isPartial()).isFalse();
        assertThat(none.isInDoubt()).isFalse();
        assertThat(none.refusal(step("a", DOWNGRADE))).isEmpty();
        none.requireAllStatements(0);
    }

    @Test
    void resumesAfterLastCompletedStatementOfFailedAttempt() {
        assertThat(treatments(attempt(FAILED, 0))).containsOnly(EXECUTE);
        assertThat(treatments(attempt(FAILED, 2))).containsExactly(SKIP, SKIP, EXECUTE, EXECUTE);
        assertThat(treatments(attempt(FAILED, 4))).containsOnly(SKIP);
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "DOUBTFUL"})
    void checksOnlyTheStatementAfterLastCompletedOneIfAttemptIsInDoubt(Outcome outcome) {
        assertThat(treatments(attempt(outcome, 0))).containsExactly(CHECK, EXECUTE, EXECUTE, EXECUTE);
        assertThat(treatments(attempt(outcome, 2))).containsExactly(SKIP, SKIP, CHECK, EXECUTE);
    }

    @Test
    void countsConfirmedStatementAsCompletedAfterResume() {
        assertThat(treatments(attempt(RESUMED, 0))).containsExactly(COUNT_AS_COMPLETED, EXECUTE, EXECUTE, EXECUTE);
        assertThat(treatments(attempt(RESUMED, 2))).containsExactly(SKIP, SKIP, COUNT_AS_COMPLETED, EXECUTE);
    }

    @Test
    void keepsRowOnlyOfAttemptWithoutRecordedEnd() {
        assertThat(List.of(Outcome.values()).stream()
                        .filter(outcome -> attempt(outcome, 1).keepsRow()))
                .containsExactly(RUNNING);
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "FAILED", "DOUBTFUL", "RESUMED"})
    void refusesChangedStatementsAndNamesTheirNumber(Outcome outcome) {
        assertThatExceptionOfType(CannotResumeException.class)
                .isThrownBy(() -> attempt(outcome, 2).inRow(8).treatment(2, digest(3)))
                .withMessage("The first 2 statements are in the database from an earlier attempt, but the revision has"
                        + " changed them since, so Headway cannot resume after them. Restore the revision's code, or"
                        + " restore the database by hand to its state before the step, then run UPDATE headway_log SET"
                        + " outcome = 'settled' WHERE id = 8.");
        assertThatExceptionOfType(CannotResumeException.class)
                .isThrownBy(() -> attempt(outcome, 1).treatment(1, null))
                .withMessageStartingWith(
                        "The first statement is in the database from an earlier attempt, but the revision"
                                + " has changed it since");
    }

    @Test
    void comparesStatementsOnlyAtTheLastCompletedOne() {
        assertThat(attempt(FAILED, 2).treatment(1, digest(3))).isEqualTo(SKIP);
        assertThat(attempt(FAILED, 2).treatment(3, digest(1))).isEqualTo(EXECUTE);
    }

    @Test
    void refusesFewerStatementsThanAreCompleted() {
        attempt(FAILED, 2).requireAllStatements(2);
        assertThatExceptionOfType(CannotResumeException.class)
                .isThrownBy(() -> attempt(FAILED, 2).requireAllStatements(1))
                .withMessageStartingWith("The revision now has fewer statements than the 2 that are in the database");
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "FAILED", "DOUBTFUL", "RESUMED"})
    void refusesOppositeDirectionOfAnyRevisionIfStatementsAreCompleted(Outcome outcome) {
        assertThat(with(outcome, 0, UNTRIED).refusal(step("a", DOWNGRADE))).isEmpty();
        assertThat(attempt(outcome, 1).refusal(step("a", UPGRADE))).isEmpty();
        assertThat(attempt(outcome, 1).refusal(step("b", UPGRADE))).isEmpty();
        assertThat(with(outcome, 1, UNTRIED).refusal(step("b", DOWNGRADE)))
                .hasValue(
                        "Revision a stopped during its upgrade, after 1 completed statement (row 7 of headway_log), so"
                                + " no downgrade can begin. Nothing was run. Complete the upgrade first, or restore the database"
                                + " by hand to its state before the step, then run UPDATE headway_log SET outcome = 'settled'"
                                + " WHERE id = 7.");
        assertThat(with(outcome, 2, UNTRIED).refusal(step("a", DOWNGRADE)).orElseThrow())
                .contains("after 2 completed statements");
        assertThat(new PreviousAttempt(7, "a", DOWNGRADE, outcome, 1, digest(1), UNTRIED, null)
                        .refusal(step("a", UPGRADE))
                        .orElseThrow())
                .startsWith("Revision a stopped during its downgrade")
                .contains("so no upgrade can begin");
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "FAILED", "DOUBTFUL", "RESUMED"})
    void refusesTheRevisionItselfAndTheOppositeDirectionIfTheHandleWasUsed(Outcome outcome) {
        for (int statements = 0; statements < 3; statements++) {
            PreviousAttempt previous = withHandle(outcome, statements);

            assertThat(previous.isInDoubt()).isTrue();
            assertThat(previous.handleUsed()).isTrue();
            assertThat(previous.refusal(step("b", UPGRADE))).isEmpty();
            for (Step refused : List.of(step("a", UPGRADE), step("a", DOWNGRADE), step("b", DOWNGRADE))) {
                assertThat(previous.refusal(refused).orElseThrow())
                        .startsWith("Revision a stopped during its upgrade, after it called handle() (row 7 of")
                        .contains("run headway stamp a.")
                        .endsWith("then run headway retry a.");
            }
        }
    }

    @Test
    void isInDoubtIfProcessDiedOrStatementCouldNotBeDecidedOrHandleWasUsed() {
        assertThat(attempt(RUNNING, 0).isInDoubt()).isTrue();
        assertThat(attempt(DOUBTFUL, 1).isInDoubt()).isTrue();
        assertThat(attempt(FAILED, 1).isInDoubt()).isFalse();
        assertThat(attempt(RESUMED, 1).isInDoubt()).isFalse();
        assertThat(attempt(SETTLED, 0).isInDoubt()).isFalse();
        assertThat(withHandle(FAILED, 0).isInDoubt()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "DOUBTFUL"})
    void resumeConfirmsTheStatementAndRetryRepeatsIt(Outcome outcome) {
        assertThat(treatments(decided(attempt(outcome, 1), attempt(outcome, 1).resume())))
                .containsExactly(SKIP, COUNT_AS_COMPLETED, EXECUTE, EXECUTE);
        assertThat(treatments(decided(attempt(outcome, 1), attempt(outcome, 1).retry())))
                .containsExactly(SKIP, EXECUTE, EXECUTE, EXECUTE);
    }

    private static PreviousAttempt decided(PreviousAttempt attempt, PreviousAttempt.Decision decision) {
        return with(decision.outcome(), attempt.statements(), decision.next());
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "FAILED", "DOUBTFUL"})
    void restartsAfterRetryButRefusesResumeIfTheHandleWasUsed(Outcome outcome) {
        assertThat(withHandle(outcome, 1).retry().outcome()).isEqualTo(SETTLED);
        assertThatExceptionOfType(PartiallyAppliedException.class)
                .isThrownBy(() -> withHandle(outcome, 1).resume())
                .withMessage("Revision a called handle(), so Headway does not know after which statement to resume."
                        + " Nothing was changed. If all changes of the revision are in the database, run headway stamp a;"
                        + " if the database is in its state before the step, run headway retry a.");
    }

    @ParameterizedTest
    @EnumSource(names = {"RUNNING", "FAILED", "DOUBTFUL", "RESUMED"})
    void keepsWhatIsKnownAboutTheNextStatementWhateverTheOutcome(Outcome outcome) {
        assertThat(treatments(with(outcome, 1, UNTRIED))).containsExactly(SKIP, EXECUTE, EXECUTE, EXECUTE);
        assertThat(treatments(with(outcome, 1, BEGUN))).containsExactly(SKIP, CHECK, EXECUTE, EXECUTE);
        assertThat(treatments(with(outcome, 1, DONE))).containsExactly(SKIP, COUNT_AS_COMPLETED, EXECUTE, EXECUTE);
        assertThat(with(outcome, 1, BEGUN).isInDoubt()).isTrue();
        assertThat(with(outcome, 1, UNTRIED).isInDoubt()).isFalse();
        assertThat(with(outcome, 1, DONE).isInDoubt()).isFalse();
    }

    @Test
    void refusesOppositeDirectionIfOnlyTheFirstStatementIsInDoubtOrDone() {
        assertThat(with(FAILED, 0, BEGUN).refusal(step("b", DOWNGRADE)).orElseThrow())
                .contains("and it is unknown whether statement 1 was executed");
        assertThat(with(FAILED, 0, DONE).refusal(step("b", DOWNGRADE)).orElseThrow())
                .contains("after statement 1");
    }

    @Test
    void refusesToCompleteIfTheConfirmedStatementWasRemoved() {
        assertThatExceptionOfType(CannotResumeException.class)
                .isThrownBy(() -> with(FAILED, 2, DONE).requireAllStatements(2));
        with(FAILED, 2, DONE).requireAllStatements(3);
    }

    @Test
    void refusesIfTheStatementInDoubtWasChangedOrRemoved() {
        String unknown = "It is unknown whether statement 3 was executed before an earlier run stopped at it, and the"
                + " revision has ";
        String advice = " since, so Headway cannot find out. Restore the revision's code and run again. Or check the"
                + " database: if the statement was not executed, or after you have reverted it by hand, run headway retry a,"
                + " and the next run ";
        PreviousAttempt previous = with(FAILED, 2, BEGUN);
        for (String other : new String[] {digest(4), null}) {
            assertThatExceptionOfType(CannotResumeException.class)
                    .isThrownBy(() -> previous.treatment(3, other))
                    .withMessage(unknown + "changed it" + advice + "executes the statement that the revision has now.");
        }
        assertThatExceptionOfType(CannotResumeException.class)
                .isThrownBy(() -> previous.requireAllStatements(2))
                .withMessage(unknown + "removed it" + advice + "completes the revision without it.");
        previous.requireAllStatements(3);
    }

    @Test
    void refusesIfTheConfirmedStatementWasChanged() {
        assertThatExceptionOfType(CannotResumeException.class)
                .isThrownBy(() -> with(FAILED, 2, DONE).treatment(3, digest(4)))
                .withMessageStartingWith("The first 3 statements are in the database from an earlier attempt, but the");
    }

    @Test
    void doesNotCompareTheNextStatementIfItWasNotTriedOrAnEarlierVersionBeganIt() {
        assertThat(with(FAILED, 2, UNTRIED).treatment(3, digest(4))).isEqualTo(EXECUTE);
        assertThat(new PreviousAttempt(7, "a", UPGRADE, FAILED, 2, digest(2), BEGUN, null).treatment(3, digest(4)))
                .isEqualTo(CHECK);
    }

    @Test
    void containsTheLastCompletedStatementAndOneThatMayHaveBeenExecuted() {
        assertThat(with(FAILED, 2, BEGUN).contains(2, digest(2))).isTrue();
        assertThat(with(FAILED, 2, BEGUN).contains(3, digest(3))).isTrue();
        assertThat(with(FAILED, 2, BEGUN).contains(3, digest(4))).isFalse();
        assertThat(with(FAILED, 2, UNTRIED).contains(3, digest(3))).isFalse();
        assertThat(with(FAILED, 2, BEGUN).contains(1, digest(1))).isFalse();
    }

    @Test
    void readsRowsOfEarlierVersionsByTheirOutcome() {
        assertThat(NextStatement.of(null, RUNNING)).isEqualTo(BEGUN);
        assertThat(NextStatement.of(null, DOUBTFUL)).isEqualTo(BEGUN);
        assertThat(NextStatement.of(null, RESUMED)).isEqualTo(DONE);
        assertThat(NextStatement.of(null, FAILED)).isEqualTo(UNTRIED);
        assertThat(NextStatement.of("begun", FAILED)).isEqualTo(BEGUN);
        assertThat(NextStatement.of("other", FAILED)).isNull();
    }
}
