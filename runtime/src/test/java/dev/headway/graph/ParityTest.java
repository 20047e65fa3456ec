package dev.headway.graph;

import static dev.headway.graph.TestGraph.revision;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.headway.HeadwayException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.ObjectAssert;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares with what Alembic answered; the resource tells its format. */
class ParityTest {

    static Stream<List<Line>> graphs() throws IOException {
        String[] paragraphs =
                Files.readString(Path.of("src/test/resources/parity.txt")).split("\n\n");
        return Arrays.stream(paragraphs)
                .skip(1)
                .map(paragraph -> paragraph.lines().map(Line::parse).toList());
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void endsAndIdentifiersAreThoseOfAlembic(List<Line> lines) {
        RevisionGraph graph = graph(lines);
        for (Line line : lines) {
            switch (line.verb()) {
                case "heads" -> assertThatIds(graph.heads(), line).containsExactlyInAnyOrder(line.ids(0));
                case "bases" -> assertThatIds(graph.bases(), line).containsExactlyInAnyOrder(line.ids(0));
                case "resolve" -> {
                    if (line.refused()) {
                        assertThatExceptionOfType(HeadwayException.class)
                                .as(line.toString())
                                .isThrownBy(() -> graph.resolve(line.field(0)));
                    } else {
                        assertThatIds(graph.resolve(line.field(0)), line).containsExactlyInAnyOrder(line.ids(1));
                    }
                }
                default -> {}
            }
        }
    }

    @ParameterizedTest
    @MethodSource("graphs")
    void whatRunsIsWhatRanInAlembic(List<Line> lines) {
        RevisionGraph graph = graph(lines);
        Set<String> applied = new HashSet<>();
        for (Line line : lines) {
            switch (line.verb()) {
                case "run" -> applied.clear();
                case "upgrade", "downgrade" -> {
                    if (line.refused()) {
                        assertThatExceptionOfType(HeadwayException.class)
                                .as(line.toString())
                                .isThrownBy(() -> plan(graph, applied, line));
                    } else {
                        assertThatIds(plan(graph, applied, line), line).containsExactlyInAnyOrder(line.ids(1));
                        applied.clear();
                        applied.addAll(List.of(line.ids(2)));
                        assertThatIds(graph.current(applied), line).containsExactlyInAnyOrder(line.ids(3));
                    }
                }
                default -> {}
            }
        }
    }

    private static RevisionGraph graph(List<Line> lines) {
        return RevisionGraph.of(lines.stream()
                .filter(line -> line.verb().equals("revision"))
                .map(line -> revision(line.field(0), line.ids(1)).dependingOn(line.ids(2)))
                .toList());
    }

    private static List<RevisionInfo> plan(RevisionGraph graph, Set<String> applied, Line line) {
        Plan plan = line.verb().equals("upgrade")
                ? graph.upgrade(applied, line.field(0))
                : graph.downgrade(applied, line.field(0));
        return plan.steps().stream().map(Step::revision).toList();
    }

    private static AbstractListAssert<?, ?, String, ObjectAssert<String>> assertThatIds(
            List<RevisionInfo> revisions, Line line) {
        return assertThat(revisions).as(line.toString()).extracting(RevisionInfo::id);
    }

    private record Line(String verb, List<String> fields) {
        static Line parse(String line) {
            String[] words = line.split(" ", 2);
            return new Line(words[0], List.of(words.length == 1 ? new String[0] : words[1].split(";", -1)));
        }

        String field(int index) {
            return fields.get(index);
        }

        String[] ids(int index) {
            return fields.get(index).isEmpty()
                    ? new String[0]
                    : fields.get(index).split(" ");
        }

        boolean refused() {
            return fields.get(1).startsWith("!");
        }
    }
}
