package dev.headway.graph;

import java.util.List;
import java.util.stream.IntStream;

/** Revisions and graphs, declared in a line. */
final class TestGraph {
    private TestGraph() {}

    static RevisionInfo revision(String id, String... down) {
        return RevisionInfo.of(id, "what " + id + " does").after(down);
    }

    static RevisionGraph graph(RevisionInfo... revisions) {
        return RevisionGraph.of(List.of(revisions));
    }

    /** Returns {@code r0 <- r1 <- …}, from the first to the last. */
    static List<RevisionInfo> chain(int length) {
        return IntStream.range(0, length)
                .mapToObj(i -> i == 0 ? revision("r0") : revision("r" + i, "r" + (i - 1)))
                .toList();
    }
}
