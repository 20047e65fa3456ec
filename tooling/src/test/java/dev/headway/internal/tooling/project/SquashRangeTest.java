package dev.headway.internal.tooling.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.error.CommandException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquashRangeTest {
    /** One branch with a fork after c, a merge at f, and a dependency of e on b. */
    private static final RevisionGraph GRAPH = RevisionGraph.of(List.of(
            revision("a"),
            revision("b", "a"),
            revision("c", "b"),
            revision("d", "c"),
            revision("e", "c").dependingOn("b"),
            revision("f", "d", "e"),
            revision("g", "f")));

    private static RevisionInfo revision(String id, String... down) {
        return RevisionInfo.of(id, "message of " + id).after(down);
    }

    private static SquashRange range(String ids) {
        return SquashRange.of(
                GRAPH,
                Arrays.stream(ids.split(" ", -1))
                        .flatMap(id -> GRAPH.find(id).stream())
                        .toList());
    }

    private static List<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).toList();
    }

    @ParameterizedTest
    @CsvSource({"f g, f, g, 'd e', 'a b c d e'", "d e f, d, f, c, 'a b c'", "b c d e f g, b, g, a, a"})
    void knowsWhatLiesOutside(String members, String first, String end, String down, String before) {
        SquashRange range = range(members);

        assertThat(range.members().get(0).id()).isEqualTo(first);
        assertThat(range.end().id()).isEqualTo(end);
        assertThat(ids(range.down())).containsExactlyInAnyOrder(down.split(" ", -1));
        assertThat(ids(range.before())).containsExactly(before.split(" ", -1));
        assertThat(range.beginsTheHistory()).isFalse();
    }

    @Test
    void mayBeginTheHistory() {
        assertThat(range("a b c d e f g").beginsTheHistory()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'', The range names no revision",
        "c, 'The range has only c'",
        "d e, 'The range has several ends: d, e.'",
        "a b, ''",
        "a b c, 'Others branch off from the middle of the range: e depends on b.'",
        "c d f, 'Others branch off from the middle of the range: e comes after c.'",
        "d f g, 'Others merge into the middle of the range: e merges at f.'"
    })
    void refusesRangeThatIsNoChain(String members, String reason) {
        if (reason.isEmpty()) {
            assertThat(range(members).end().id()).isEqualTo("b");
            return;
        }
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> range(members))
                .withMessageStartingWith(reason)
                .withMessageContaining("Nothing was written.");
    }

    @Test
    void keepsDependenciesThatNoParentImplies() {
        RevisionGraph graph = RevisionGraph.of(Stream.of(
                        revision("x").labelled("left"),
                        revision("y").labelled("right"),
                        revision("z", "y").dependingOn("x"),
                        revision("zz", "z"))
                .toList());

        SquashRange range = SquashRange.of(graph, graph.range("z:zz"));

        assertThat(ids(range.dependsOn())).containsExactly("x");
        assertThat(ids(range.down())).containsExactly("y");
    }
}
