package dev.headway.graph;

import static dev.headway.graph.TestGraph.chain;
import static dev.headway.graph.TestGraph.graph;
import static dev.headway.graph.TestGraph.revision;
import static dev.headway.testing.TestRevision.ids;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.InvalidHistoryException;
import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {
    private static final List<RevisionInfo> MERGED = List.of(
            revision("merged", "left_2", "right"),
            revision("right", "first"),
            revision("left_2", "left"),
            revision("left", "first"),
            revision("first"));

    @Test
    void revisionsComeAfterTheirParentsAndOtherwiseAsDeclared() {
        assertThat(RevisionGraph.of(MERGED).revisions())
                .extracting(RevisionInfo::id)
                .containsExactly("first", "right", "left", "left_2", "merged");
    }

    @Test
    void revisionsComeAfterTheirDependencies() {
        assertThat(graph(revision("a").dependingOn("z"), revision("m"), revision("z"))
                        .revisions())
                .extracting(RevisionInfo::id)
                .containsExactly("m", "z", "a");
    }

    @Test
    void parentsComeFirstInAnyOrderOfDeclaration() {
        List<RevisionInfo> declared = new ArrayList<>(MERGED);
        Random random = new Random(17);
        for (int i = 0; i < 100; i++) {
            Collections.shuffle(declared, random);
            List<String> order = idsOf(RevisionGraph.of(declared).revisions());
            assertThat(order).startsWith("first").endsWith("merged").containsSubsequence("left", "left_2");
        }
    }

    @Test
    void equalDeclarationsGiveEqualResults() {
        List<RevisionInfo> declared = new ArrayList<>(chain(50));
        IntStream.range(0, 50).forEach(i -> declared.add(revision("s" + i, "r" + i)));
        Collections.shuffle(declared, new Random(17));

        assertThat(RevisionGraph.of(declared).revisions())
                .isEqualTo(RevisionGraph.of(List.copyOf(declared)).revisions());
        assertThat(RevisionGraph.of(declared).upgrade(Set.of(), "heads"))
                .isEqualTo(RevisionGraph.of(declared).upgrade(Set.of(), "heads"));
    }

    @Test
    void headsHaveNoChildren() {
        assertThat(RevisionGraph.of(MERGED).heads())
                .extracting(RevisionInfo::id)
                .containsExactly("merged");
        assertThat(graph(revision("c", "a"), revision("b", "a"), revision("a")).heads())
                .extracting(RevisionInfo::id)
                .containsExactly("c", "b");
    }

    @Test
    void aHeadThatAnotherRevisionDependsOnIsStillAHead() {
        assertThat(graph(revision("a"), revision("b").dependingOn("a")).heads())
                .extracting(RevisionInfo::id)
                .containsExactly("a", "b");
    }

    @Test
    void basesHaveNoParents() {
        assertThat(RevisionGraph.of(MERGED).bases())
                .extracting(RevisionInfo::id)
                .containsExactly("first");
        assertThat(graph(revision("b").dependingOn("a"), revision("a")).bases())
                .extracting(RevisionInfo::id)
                .containsExactly("b", "a");
    }

    @Test
    void aRevisionIsFoundByExactlyItsId() {
        RevisionGraph graph = RevisionGraph.of(MERGED);

        assertThat(graph.find("left")).contains(revision("left", "first"));
        assertThat(graph.find("lef")).isEmpty();
        assertThat(graph.find("head")).isEmpty();
    }

    @Test
    void currentRevisionsHaveNoAppliedDescendants() {
        RevisionGraph graph = RevisionGraph.of(MERGED);

        assertThat(graph.current(Set.of())).isEmpty();
        assertThat(graph.current(Set.of("first", "left", "right")))
                .extracting(RevisionInfo::id)
                .containsExactly("right", "left");
    }

    @Test
    void whatAnAppliedRevisionDependsOnIsNotCurrent() {
        RevisionGraph graph = graph(revision("a"), revision("b").dependingOn("a"));

        assertThat(graph.current(Set.of("a", "b"))).extracting(RevisionInfo::id).containsExactly("b");
        assertThat(graph.current(Set.of("a"))).extracting(RevisionInfo::id).containsExactly("a");
    }

    @Test
    void anAncestorIsNotCurrentEvenIfARevisionInBetweenIsNotApplied() {
        assertThat(RevisionGraph.of(chain(3)).current(Set.of("r0", "r2")))
                .extracting(RevisionInfo::id)
                .containsExactly("r2");
    }

    @Test
    void refusesAppliedRevisionThatTheHistoryLacks() {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> RevisionGraph.of(MERGED).current(Set.of("gone")))
                .withMessage("Can't locate revision identified by 'gone'. It is applied, but it is not in this"
                        + " history.")
                .satisfies(refused -> assertThat(refused.identifier()).isEqualTo("gone"));
    }

    @Test
    void labelsAreInheritedFromParentsButNotFromDependencies() {
        RevisionInfo last = revision("d", "b").dependingOn("c").labelled("last");
        RevisionGraph graph = graph(
                revision("a").labelled("users", "people"),
                revision("b", "a"),
                revision("c").labelled("orders"),
                last);

        assertThat(graph.labels(last)).containsExactly("users", "people", "last");
    }

    @Test
    void anEmptyHistoryHasNothingInIt() {
        RevisionGraph graph = graph();

        assertThat(graph.revisions()).isEmpty();
        assertThat(graph.heads()).isEmpty();
        assertThat(graph.bases()).isEmpty();
        assertThat(graph.resolve("head")).isEmpty();
        assertThat(graph.resolve("heads")).isEmpty();
        assertThat(graph.upgrade(Set.of(), "head").isEmpty()).isTrue();
        assertThat(graph.downgrade(Set.of(), "base").isEmpty()).isTrue();
    }

    @Test
    void reportsOneFaultInOneLine() {
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> graph(revision("a", "a")))
                .withMessage("The history is not sound: a names itself in 'down'. Name the revision that comes before"
                        + " it, or omit 'down'.");
    }

    @Test
    void reportsAllFaultsAtOnce() {
        assertThatExceptionOfType(InvalidHistoryException.class)
                .isThrownBy(() -> graph(revision("a", "a"), revision("b c")))
                .withMessage("""
                        The history has 2 faults:
                          - The id 'b c' of b c is malformed: an id is 1 to 64 of A-Z a-z 0-9 _ . - for example 'b_c'.
                          - a names itself in 'down'. Name the revision that comes before it, or omit 'down'.""")
                .satisfies(refused -> assertThat(refused.faults()).hasSize(2));
    }

    @Test
    void walksLongChainWithoutRecursion() {
        RevisionGraph graph = RevisionGraph.of(chain(10_000));
        Set<String> all = Set.copyOf(idsOf(graph.revisions()));

        assertThat(graph.upgrade(Set.of(), "head").steps()).hasSize(10_000);
        assertThat(graph.downgrade(all, "base").steps()).hasSize(10_000);
        assertThat(graph.resolve("head-9999")).extracting(RevisionInfo::id).containsExactly("r0");
    }

    @Test
    void resolvesMergeOfManyParents() {
        String[] ids = IntStream.range(0, 5_000).mapToObj(i -> "w" + i).toArray(String[]::new);
        RevisionGraph graph = RevisionGraph.of(Stream.of(
                        Stream.of(revision("first")),
                        Stream.of(ids).map(id -> revision(id, "first")),
                        Stream.of(revision("merged", ids)))
                .flatMap(revisions -> revisions)
                .toList());

        assertThat(ids(graph.upgrade(Set.of(), "head")))
                .hasSize(5_002)
                .startsWith("first", "w0", "w1")
                .endsWith("w4999", "merged");
    }

    private static List<String> idsOf(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}
