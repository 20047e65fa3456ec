package dev.headway.internal.tooling.drawing;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A history as a flowchart for Mermaid: parents below, an arrow from each to its children, and round ends for heads. */
final class MermaidDrawing {
    private final RevisionGraph graph;
    private final AppliedRevisions marks;
    private final Set<String> heads;
    private final Map<String, Integer> numbers = new HashMap<>();

    MermaidDrawing(RevisionGraph graph, AppliedRevisions marks) {
        this.graph = graph;
        this.marks = marks;
        this.heads = graph.heads().stream().map(RevisionInfo::id).collect(Collectors.toSet());
        graph.revisions().forEach(revision -> numbers.put(revision.id(), numbers.size()));
    }

    @Override
    public String toString() {
        StringBuilder chart = new StringBuilder("flowchart BT\n");
        graph.revisions().forEach(revision -> node(chart, revision));
        for (RevisionInfo revision : graph.revisions()) {
            revision.down().forEach(parent -> edge(chart, parent, "-->", revision.id()));
            revision.dependsOn().forEach(needed -> edge(chart, needed, "-.->", revision.id()));
        }
        return chart.append("  classDef applied fill:#e5e7eb,stroke:#6b7280,color:#111827\n")
                .append("  classDef current fill:#fde68a,stroke:#b45309,color:#111827\n")
                .toString();
    }

    private void node(StringBuilder chart, RevisionInfo revision) {
        boolean head = heads.contains(revision.id());
        chart.append("  ")
                .append(name(revision.id()))
                .append(head ? "([\"" : "[\"")
                .append(label(revision))
                .append(head ? "\"])" : "\"]");
        if (marks.current().contains(revision.id())) {
            chart.append(":::current");
        } else if (marks.applied().contains(revision.id())) {
            chart.append(":::applied");
        }
        chart.append('\n');
    }

    private void edge(StringBuilder chart, String from, String arrow, String to) {
        chart.append("  " + name(from) + " " + arrow + " " + name(to) + "\n");
    }

    /** Ids may hold words that Mermaid reads as its own, such as {@code end}. */
    private String name(String id) {
        return "r" + numbers.get(id);
    }

    private String label(RevisionInfo revision) {
        return "<b>" + escaped(revision.id()) + "</b>"
                + (revision.branches().isEmpty() ? "" : " (" + escaped(String.join(", ", revision.branches())) + ")")
                + (heads.contains(revision.id()) ? " (head)" : "") + "<br/>" + escaped(revision.message());
    }

    /**
     * Mermaid reads {@code #…;} as the number or the name of a character. It takes a colon behind {@code style} or
     * {@code classDef} for a colour's, and the semicolon at the end of such a line away; therefore no colon is left.
     */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || "_.,-+()".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
