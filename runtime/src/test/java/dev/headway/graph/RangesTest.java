package dev.headway.graph;

import static dev.headway.graph.TestGraph.graph;
import static dev.headway.graph.TestGraph.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.InvalidIdentifierException;
import dev.headway.error.RevisionNotFoundException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
    /** {@code a <- b <- c <- d}, {@code b <- e}, and beside them {@code x <- y}. */
    private static final RevisionGraph GRAPH = graph(
            revision("a"),
            revision("b", "a"),
            revision("c", "b"),
            revision("d", "c"),
            revision("e", "b"),
            revision("x").labelled("search"),
            revision("y", "x"));

    @ParameterizedTest
    @CsvSource({
        "a:c, a b c",
        "b:b, b",
        "b:heads, b c d e",
        "b:, b c d e",
        ":c, a b c",
        "base:e, a b e",
        ":, a b c d e x y",
        "search@base:search@head, x y",
        "-1:d, c d",
        "-9:d, a b c d",
        "c:+1, c d",
        "c:+9, c d",
        "base:+0, ''",
    })
    void aRangeHasBothItsEnds(String range, String ids) {
        assertThat(String.join(" ", ids(GRAPH.range(range)))).isEqualTo(ids);
    }

    @Test
    void rangeMayContainCurrent() {
        assertThat(ids(GRAPH.range("-1:current", Set.of("a", "b", "c")))).containsExactly("b", "c");
        assertThat(ids(GRAPH.range("current:", Set.of("a", "b", "c")))).containsExactly("c", "d");
    }

    @Test
    void refusesRangeWhoseEndIsNoDescendantOfItsStart() {
        assertThatExceptionOfType(RevisionNotFoundException.class)
                .isThrownBy(() -> GRAPH.range("c:e"))
                .withMessage(
                        "Requested range c:e does not refer to ancestor/descendant revisions along the same branch."
                                + " 'e' is not a descendant of 'c'.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "", "a:b:c", "-1:+1"})
    void refusesBadlyWrittenRange(String range) {
        assertThatExceptionOfType(InvalidIdentifierException.class)
                .isThrownBy(() -> GRAPH.range(range))
                .withMessage("'" + range
                        + "' is not a valid range of revisions. Specify [start]:[end], such as 'base:head', 'ae10:' or"
                        + " ':ae10'.");
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }
}
