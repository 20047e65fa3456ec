package dev.headway.drawing;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A history as a flowchart for Mermaid: parents below, an arrow from each to its children. */
final class MermaidPicture {
    private final RevisionGraph graph;
    private final Marks marks;
    private final Map<String, Integer> numbers = new HashMap<>();

    MermaidPicture(RevisionGraph graph, Marks marks) {
        this.graph = graph;
        this.marks = marks;
        graph.revisions().forEach(revision -> numbers.put(revision.id(), numbers.size()));
    }

    @Override
    public String toString() {
        List<RevisionInfo> heads = graph.heads();
        StringBuilder chart = new StringBuilder("flowchart BT\n");
        for (RevisionInfo revision : graph.revisions()) {
            chart.append("  " + node(revision.id()) + "[\"" + label(revision, heads) + "\"]");
            if (marks.current().contains(revision.id())) {
                chart.append(":::current");
            } else if (marks.applied().contains(revision.id())) {
                chart.append(":::applied");
            }
            chart.append('\n');
        }
        for (RevisionInfo revision : graph.revisions()) {
            revision.down().forEach(parent -> edge(chart, parent, "-->", revision.id()));
            revision.dependsOn().forEach(needed -> edge(chart, needed, "-.->", revision.id()));
        }
        return chart.append("  classDef applied fill:#e5e7eb,stroke:#6b7280,color:#111827\n")
                .append("  classDef current fill:#fde68a,stroke:#b45309,color:#111827\n")
                .toString();
    }

    private void edge(StringBuilder chart, String from, String arrow, String to) {
        chart.append("  " + node(from) + " " + arrow + " " + node(to) + "\n");
    }

    private String node(String id) {
        return "r" + numbers.get(id);
    }

    private static String label(RevisionInfo revision, List<RevisionInfo> heads) {
        return "<b>" + escaped(revision.id()) + "</b>"
                + (revision.branches().isEmpty() ? "" : " (" + escaped(String.join(", ", revision.branches())) + ")")
                + (heads.contains(revision) ? " (head)" : "") + "<br/>" + escaped(revision.message());
    }

    /** Mermaid reads {@code #…;} as the number or the name of a character. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ' || "_.,:-+()".indexOf(c) >= 0) {
                escaped.appendCodePoint(c);
            } else {
                escaped.append('#').append(c).append(';');
            }
        });
        return escaped.toString();
    }
}
