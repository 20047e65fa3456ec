package dev.headway.graph;

import static dev.headway.graph.TestGraph.graph;
import static dev.headway.graph.TestGraph.revision;
import static dev.headway.testing.TestRevision.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.AmbiguousRevisionException;
import dev.headway.error.MultipleHeadsException;
import dev.headway.error.RevisionNotFoundException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final RevisionGraph CHAIN =
            graph(revision("a"), revision("b", "a"), revision("c", "b"), revision("d", "c"));

    /** {@code a <- b, a <- c, {b, c} <- d}, and beside them {@code x <- y}, where y depends on c. */
    private static final RevisionGraph BRANCHES = graph(
            revision("a"),
            revision("b", "a"),
            revision("c", "a"),
            revision("d", "b", "c"),
            revision("x"),
            revision("y", "x").dependingOn("c"));

    @Test
    void upgradeAppliesWhatTheTargetRequires() {
        assertThat(up(CHAIN, "head")).containsExactly("a", "b", "c", "d");
        assertThat(up(CHAIN, "b")).containsExactly("a", "b");
        assertThat(up(BRANCHES, "d")).containsExactly("a", "b", "c", "d");
        assertThat(up(BRANCHES, "y")).containsExactly("a", "c", "x", "y");
        assertThat(up(BRANCHES, "heads")).containsExactly("a", "b", "c", "d", "x", "y");
    }

    @Test
    void upgradeSkipsAppliedRevisions() {
        assertThat(up(CHAIN, "head", "a", "b")).containsExactly("c", "d");
        assertThat(up(BRANCHES, "y", "a", "b", "x")).containsExactly("c", "y");
        assertThat(up(CHAIN, "a", "a", "b")).isEmpty();
        assertThat(up(CHAIN, "base", "a")).isEmpty();
    }

    @Test
    void upgradeFillsGaps() {
        assertThat(up(CHAIN, "head", "a", "c")).containsExactly("b", "d");
    }

    @Test
    void upgradeStepsStartFromCurrentRevision() {
        assertThat(up(CHAIN, "+1")).containsExactly("a");
        assertThat(up(CHAIN, "+2")).containsExactly("a", "b");
        assertThat(up(CHAIN, "+2", "a")).containsExactly("b", "c");
        assertThat(up(CHAIN, "a+2", "a")).containsExactly("b", "c");
        assertThat(up(CHAIN, "head-1")).containsExactly("a", "b", "c");
    }

    @Test
    void everyStepHasTheDirectionOfThePlan() {
        assertThat(CHAIN.upgrade(Set.of(), "head").steps())
                .extracting(Step::direction)
                .containsOnly(Direction.UPGRADE);
        assertThat(CHAIN.downgrade(Set.of("a", "b"), "base").steps())
                .extracting(Step::direction)
                .containsOnly(Direction.DOWNGRADE);
    }

    @Test
    void refusesMoreUpgradeStepsThanThereAre() {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> up(CHAIN, "+3", "a", "b"))
                .withMessage("Relative revision +3 didn't produce 3 migrations. There are only 2 in that direction.");
    }

    @Test
    void refusesStepsDownForUpgrade() {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> up(CHAIN, "-1", "a", "b"))
                .withMessage("Relative revision -1 didn't produce 1 migrations. An upgrade applies revisions; to"
                        + " revert them, use a downgrade.");
    }

    @Test
    void refusesUpgradeStepsFromSeveralCurrentRevisions() {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> up(BRANCHES, "+1", "a", "b", "c"))
                .withMessage("'+1' is ambiguous: it could mean b, c. Several revisions are current; start from"
                        + " one of them: <id>+1.")
                .satisfies(refused -> assertThat(refused.candidates()).containsExactly("b", "c"));
        assertThat(up(BRANCHES, "b+1", "a", "b", "c")).containsExactly("d");
    }

    @Test
    void refusesUpgradeStepsToSeveralChildren() {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> up(BRANCHES, "+1", "a"))
                .withMessage("'+1' is ambiguous: it could mean b, c. Specify one of them by its id.");
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> up(BRANCHES, "+1"))
                .withMessage("'+1' is ambiguous: it could mean a, x. Specify one of them by its id.");
    }

    @Test
    void refusesUpgradeToHeadIfThereAreSeveral() {
        assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> up(BRANCHES, "head"));
    }

    @Test
    void downgradeRevertsWhatFollowsTheTarget() {
        assertThat(down(CHAIN, "b", "a", "b", "c", "d")).containsExactly("d", "c");
        assertThat(down(CHAIN, "b", "a", "b", "c")).containsExactly("c");
        assertThat(down(CHAIN, "b", "a", "b")).isEmpty();
    }

    @Test
    void downgradeToBaseRevertsEverything() {
        assertThat(down(CHAIN, "base", "a", "b")).containsExactly("b", "a");
        assertThat(down(CHAIN, "base")).isEmpty();
        assertThat(down(BRANCHES, "base", "a", "c", "x", "y")).containsExactly("y", "x", "c", "a");
    }

    @Test
    void downgradeRevertsDependentsToo() {
        assertThat(down(BRANCHES, "a", "a", "b", "c", "d", "x", "y")).containsExactly("y", "d", "c", "b");
    }

    @Test
    void downgradeToOneParentOfMergeKeepsTheOther() {
        assertThat(down(BRANCHES, "b", "a", "b", "c", "d")).containsExactly("d");
    }

    @Test
    void downgradeStepsStartFromCurrentRevision() {
        assertThat(down(CHAIN, "-1", "a", "b", "c")).containsExactly("c");
        assertThat(down(CHAIN, "-3", "a", "b", "c")).containsExactly("c", "b", "a");
        assertThat(down(CHAIN, "-0", "a", "b", "c")).isEmpty();
        assertThat(down(CHAIN, "head-2", "a", "b", "c", "d")).containsExactly("d", "c");
    }

    @Test
    void downgradeStepsStartFromRevisionThatDependsOnOthers() {
        assertThat(down(BRANCHES, "-1", "a", "c", "x", "y")).containsExactly("y");
        assertThat(down(BRANCHES, "-2", "a", "c", "x", "y")).containsExactly("y", "x");
    }

    @Test
    void downgradeStepsKeepOtherBranches() {
        RevisionGraph graph =
                graph(revision("a"), revision("b", "a"), revision("c", "a").dependingOn("b"));

        assertThat(down(graph, "-1", "a", "b", "c")).containsExactly("c");
        assertThat(down(graph, "a", "a", "b", "c")).containsExactly("c", "b");
    }

    @Test
    void refusesMoreDowngradeStepsThanThereAre() {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> down(CHAIN, "-3", "a", "b"))
                .withMessage("Relative revision -3 didn't produce 3 migrations. There are only 2 in that direction.");
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> down(CHAIN, "-1"))
                .withMessage("Relative revision -1 didn't produce 1 migrations. There are only 0 in that direction.");
    }

    @Test
    void refusesDowngradeStepsFromMerge() {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> down(BRANCHES, "-1", "a", "b", "c", "d"))
                .withMessage("'-1' is ambiguous: it could mean b, c. Specify one of them by its id.");
    }

    @Test
    void refusesDowngradeToRevisionThatIsNotApplied() {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> down(CHAIN, "c", "a", "b"))
                .withMessage("Destination c is not a valid downgrade target. Revision c is not applied, so the database"
                        + " cannot be downgraded to it. Nothing was run.");
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> down(CHAIN, "+1", "a"))
                .withMessage("Relative revision +1 didn't produce 1 migrations. A downgrade reverts revisions; to"
                        + " apply them, use an upgrade.");
    }

    /** {@code a <- {b <- c, d}}: b is labelled ledger, d mail. */
    private static final RevisionGraph LABELLED = graph(
            revision("a"),
            revision("b", "a").labelled("ledger"),
            revision("c", "b"),
            revision("d", "a").labelled("mail"));

    @Test
    void upgradesOneBranchAlone() {
        assertThat(up(LABELLED, "ledger@head")).containsExactly("a", "b", "c");
        assertThat(up(LABELLED, "mail@+1", "a", "b")).containsExactly("d");
        assertThat(up(LABELLED, "ledger@+2", "a", "d")).containsExactly("b", "c");
        assertThat(up(LABELLED, "mail@+2")).containsExactly("a", "d");
    }

    @Test
    void downgradesOneBranchAlone() {
        assertThat(down(LABELLED, "ledger@-1", "a", "b", "c", "d")).containsExactly("c");
        assertThat(down(LABELLED, "ledger@a", "a", "b", "c", "d")).containsExactly("c", "b");
        assertThat(down(LABELLED, "ledger@base", "a", "b", "c", "d")).containsExactly("d", "c", "b", "a");
    }

    @Test
    void refusesDowngradeIfNoFollowingBranchMatches() {
        RevisionGraph graph = graph(revision("a").labelled("ledger"), revision("b", "a"), revision("c", "a"));

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> down(graph, "ledger@a", "a", "b", "c"))
                .withMessage(
                        "Destination ledger@a is not a valid downgrade target. The history forks after it into b, c,"
                                + " none of which leads to that branch. Omit the branch to downgrade all of them. Nothing was"
                                + " run.");
    }

    @Test
    void refusesAppliedRevisionsOutsideTheHistory() {
        String message = "Can't locate revision identified by 'gone'. It is applied, but it is not in this history.";

        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> up(CHAIN, "head", "a", "gone"))
                .withMessage(message);
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> down(CHAIN, "base", "a", "gone"))
                .withMessage(message);
    }

    private static List<String> up(RevisionGraph graph, String target, String... applied) {
        return ids(graph.upgrade(Set.of(applied), target));
    }

    private static List<String> down(RevisionGraph graph, String target, String... applied) {
        return ids(graph.downgrade(Set.of(applied), target));
    }
}
