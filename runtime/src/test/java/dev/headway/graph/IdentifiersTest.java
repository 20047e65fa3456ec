package dev.headway.graph;

import static dev.headway.graph.TestGraph.graph;
import static dev.headway.graph.TestGraph.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.AmbiguousRevisionException;
import dev.headway.error.InvalidIdentifierException;
import dev.headway.error.MultipleHeadsException;
import dev.headway.error.RevisionNotFoundException;
import java.util.Set;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final RevisionGraph CHAIN = graph(
            revision("1975ea83b712"),
            revision("ae1027a6acf0", "1975ea83b712"),
            revision("ae27c6a30d7c", "ae1027a6acf0"));

    private static final RevisionGraph BRANCHES =
            graph(revision("first"), revision("left", "first"), revision("left_2", "left"), revision("right", "first"));

    private static final RevisionGraph MERGED = graph(
            revision("first"),
            revision("left", "first"),
            revision("right", "first"),
            revision("merged", "left", "right"));

    @ParameterizedTest
    @CsvSource({
        "1975ea83b712, 1975ea83b712",
        "head, ae27c6a30d7c",
        "heads, ae27c6a30d7c",
        "1, 1975ea83b712",
        "ae1, ae1027a6acf0",
        "ae27c6a30d7, ae27c6a30d7c",
        "ae1027a6acf0+1, ae27c6a30d7c",
        "ae1-1, 1975ea83b712",
        "19+2, ae27c6a30d7c",
        "head-2, 1975ea83b712",
        "heads-1, ae1027a6acf0",
        "head+0, ae27c6a30d7c",
        "head-0, ae27c6a30d7c",
    })
    void anIdentifierNamesOneRevisionOfAChain(String identifier, String id) {
        assertThatResolved(CHAIN, identifier).containsExactly(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "19-1", "head-3"})
    void stepBeforeFirstRevisionIsBase(String identifier) {
        assertThatResolved(CHAIN, identifier).isEmpty();
    }

    @Test
    void prefersExactIdToPrefixOfAnother() {
        assertThatResolved(BRANCHES, "left").containsExactly("left");
        assertThatResolved(BRANCHES, "left+1").containsExactly("left_2");
    }

    @Test
    void headsNamesAllHeads() {
        assertThatResolved(BRANCHES, "heads").containsExactly("left_2", "right");
    }

    @Test
    void headsOmitsHeadsThatOthersDependOn() {
        RevisionGraph graph = graph(revision("a"), revision("b").dependingOn("a"));

        assertThatResolved(graph, "heads").containsExactly("b");
        assertThat(graph.heads()).extracting(RevisionInfo::id).containsExactly("a", "b");
    }

    @Test
    void refusesHeadIfThereAreSeveral() {
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> BRANCHES.resolve("head"))
                .withMessage(
                        "Multiple head revisions are present: left_2, right. Use 'heads' for all of them, name one by"
                                + " its id, or join them with a merge: a revision whose 'down' names each head's class (headway"
                                + " merge heads -m \"…\" writes it).")
                .satisfies(refused -> assertThat(refused.heads()).containsExactly("left_2", "right"));
    }

    @Test
    void refusesAmbiguousPrefix() {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> CHAIN.resolve("ae"))
                .withMessage("'ae' is ambiguous: it could mean ae1027a6acf0, ae27c6a30d7c. Specify more of its id.")
                .satisfies(refused -> assertThat(refused.candidates()).containsExactly("ae1027a6acf0", "ae27c6a30d7c"));
    }

    @Test
    void refusesStepsToSeveralChildren() {
        assertAmbiguous(BRANCHES, "first+1", "left, right");
        assertAmbiguous(BRANCHES, "first+2", "left, right");
    }

    @Test
    void refusesStepsDownFromMerge() {
        assertAmbiguous(MERGED, "merged-1", "left, right");
        assertAmbiguous(MERGED, "head-2", "left, right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nosuch", "AE1", " 19", "19 "})
    void reportsUnknownIdentifier(String identifier) {
        assertNotFound(
                CHAIN,
                identifier,
                "Can't locate revision identified by '" + identifier
                        + "'. The history has 3 revisions, up to ae27c6a30d7c.");
    }

    @Test
    void suggestsSimilarNames() {
        assertNotFound(
                CHAIN,
                "AE1027a6acff0",
                "Can't locate revision identified by 'AE1027a6acff0'. Did you mean ae1027a6acf0? The history has 3"
                        + " revisions, up to ae27c6a30d7c.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ledger@",
                "@head",
                "a@b@c",
                "ae10++2",
                "ae10+",
                "ae10+x",
                "head+",
                "+",
                "-",
                "19+99999999999"
            })
    void refusesBadlyWrittenIdentifier(String identifier) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> CHAIN.resolve(identifier))
                .withMessage(
                        "'" + identifier + "' is not a valid identifier of a revision. Specify an id or an unambiguous"
                                + " prefix of one, a label, head, heads, base or current, with a branch or steps if needed, such"
                                + " as 'ae10', 'ledger@head', 'ae10+2' or '-1'.")
                .satisfies(refused -> assertThat(refused.identifier()).isEqualTo(identifier));
    }

    @Test
    void reportsEmptyHistory() {
        assertNotFound(
                graph(),
                "19",
                "Can't locate revision identified by '19'. The history is empty: no class on the class path is annotated"
                        + " with @Revision, or the annotation processor did not run.");
    }

    @Test
    void stepsBeyondTheHeadAreRefused() {
        assertNotFound(
                CHAIN,
                "19+3",
                "Relative revision 19+3 didn't produce 3 migrations. There are only 2 in that" + " direction.");
        assertNotFound(
                CHAIN,
                "head+1",
                "Relative revision head+1 didn't produce 1 migrations. There are only 0 in that direction.");
    }

    @Test
    void stepsBeforeBaseAreRefused() {
        assertNotFound(
                CHAIN,
                "19-2",
                "Relative revision 19-2 didn't produce 2 migrations. There are only 1 in that" + " direction.");
    }

    @Test
    void refusesStepsWithoutRevision() {
        assertNotFound(
                CHAIN,
                "-1",
                "Can't locate revision identified by '-1'. Steps start from a revision: write, for example,"
                        + " 'ae1027a6acf0-1'.");
    }

    @Test
    void refusesStepsFromUnknownRevision() {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> CHAIN.resolve("nosuch+1"))
                .withMessage("Can't locate revision identified by 'nosuch'. The history has 3 revisions, up to"
                        + " ae27c6a30d7c.");
    }

    @Test
    void stepsStartFromOneRevisionOrBase() {
        assertThatResolved(CHAIN, "base+2").containsExactly("ae1027a6acf0");
        assertAmbiguous(BRANCHES, "heads-1", "left_2, right");
    }

    /** {@code a <- b <- {c, d}}, where b is labelled ledger and d mail, and beside them {@code x <- y}. */
    private static final RevisionGraph LABELLED = graph(
            revision("a"),
            revision("b", "a").labelled("ledger"),
            revision("c", "b"),
            revision("d", "b").labelled("mail"),
            revision("x").labelled("search"),
            revision("y", "x").dependingOn("c"));

    @ParameterizedTest
    @CsvSource({
        "ledger, b",
        "ledger-1, a",
        "mail@head, d",
        "search@head, y",
        "search@heads, y",
        "x@head, y",
        "c@base+2, b",
        "mail@b+1, d",
        "ledger@c, c",
    })
    void aBranchIsNamedByItsLabelOrByOneOfItsRevisions(String identifier, String id) {
        assertThatResolved(LABELLED, identifier).containsExactly(id);
    }

    @Test
    void aBranchMayHaveSeveralHeads() {
        assertThatResolved(LABELLED, "ledger@heads").containsExactly("c", "d");
        assertThatExceptionOfType(MultipleHeadsException.class)
                .isThrownBy(() -> LABELLED.resolve("ledger@head"))
                .withMessageContaining("present: c, d. Use 'ledger@heads' for all of them")
                .withMessageContaining("headway merge ledger@heads -m");
    }

    @Test
    void aRevisionOfAnotherBranchIsNotFound() {
        assertNotFound(
                LABELLED,
                "search@c",
                "Can't locate revision identified by 'search@c'. Revision c is not a member of branch 'search'.");
    }

    @Test
    void reportsUnknownBranch() {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> LABELLED.resolve("leger@head"))
                .withMessage(
                        "No such branch: 'leger'. Did you mean ledger? The history has 6 revisions, up to c, d, y.");
    }

    @Test
    void refusesCurrentWithoutDatabase() {
        assertNotFound(
                LABELLED, "current", "Can't locate revision identified by 'current'. 'current' needs a database.");
        assertThat(LABELLED.resolve("current", Set.of("a", "b", "c", "x")))
                .extracting(RevisionInfo::id)
                .containsExactly("c", "x");
        assertThat(LABELLED.resolve("search@current", Set.of("a", "b", "c", "x")))
                .extracting(RevisionInfo::id)
                .containsExactly("x");
    }

    private static AbstractListAssert<?, ?, String, ObjectAssert<String>> assertThatResolved(
            RevisionGraph graph, String identifier) {
        return assertThat(graph.resolve(identifier)).extracting(RevisionInfo::id);
    }

    private static void assertAmbiguous(RevisionGraph graph, String identifier, String candidates) {
        assertThatExceptionOfType(AmbiguousRevisionException.class)
                .isThrownBy(() -> graph.resolve(identifier))
                .withMessage("'" + identifier + "' is ambiguous: it could mean " + candidates
                        + ". Specify one of them by its id.");
    }

    private static void assertNotFound(RevisionGraph graph, String identifier, String message) {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> graph.resolve(identifier))
                .withMessage(message)
                .satisfies(refused -> assertThat(refused.identifier()).isEqualTo(identifier));
    }
}
