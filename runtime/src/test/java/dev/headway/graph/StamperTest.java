package dev.headway.graph;

import static dev.headway.graph.TestGraph.graph;
import static dev.headway.graph.TestGraph.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.MultipleHeadsException;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StamperTest {
    /** {@code a <- b <- c}, and beside them {@code x <- y}. */
    private static final RevisionGraph GRAPH = graph(
            revision("a"),
            revision("b", "a"),
            revision("c", "b"),
            revision("x").labelled("search"),
            revision("y", "x"));

    @Test
    void stampAppliesTargetWithItsRequirements() {
        assertThat(GRAPH.stamp(Set.of(), "b")).containsExactly("a", "b");
        assertThat(GRAPH.stamp(Set.of("a"), "c")).containsExactly("a", "b", "c");
        assertThat(GRAPH.stamp(Set.of(), "b", "x")).containsExactly("a", "b", "x");
        assertThat(GRAPH.stamp(Set.of("x"), "heads")).containsExactly("a", "b", "c", "x", "y");
    }

    @Test
    void stampRemovesWhatFollowsTheTarget() {
        assertThat(GRAPH.stamp(Set.of("a", "b", "c"), "a")).containsExactly("a");
    }

    @Test
    void stampKeepsOtherBranches() {
        assertThat(GRAPH.stamp(Set.of("x", "y"), "b")).containsExactly("a", "b", "x", "y");
        assertThat(GRAPH.stamp(Set.of("a", "b", "x"), "search@base")).containsExactly("a", "b");
    }

    @Test
    void stampOfBaseRemovesEverything() {
        assertThat(GRAPH.stamp(Set.of("a", "x"), "base")).isEmpty();
    }

    @Test
    void refusesStampOfHeadIfThereAreSeveral() {
        assertThatExceptionOfType(MultipleHeadsException.class).isThrownBy(() -> GRAPH.stamp(Set.of(), "head"));
    }
}
