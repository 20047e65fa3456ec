package dev.headway.drawing;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.List;

/** A history for Graphviz: parents below, an arrow from each to its children. */
final class DotPicture {
    private final RevisionGraph graph;
    private final Marks marks;

    DotPicture(RevisionGraph graph, Marks marks) {
        this.graph = graph;
        this.marks = marks;
    }

    @Override
    public String toString() {
        List<RevisionInfo> heads = graph.heads();
        StringBuilder dot = new StringBuilder("""
                digraph history {
                  rankdir=BT;
                  node [shape=box, style="rounded", fontname="monospace"];
                """);
        for (RevisionInfo revision : graph.revisions()) {
            dot.append("  ").append(quoted(revision.id())).append(" [label=").append(label(revision, heads));
            if (marks.current().contains(revision.id())) {
                dot.append(", style=\"rounded,filled,bold\", fillcolor=\"#fde68a\"");
            } else if (marks.applied().contains(revision.id())) {
                dot.append(", style=\"rounded,filled\", fillcolor=\"#e5e7eb\"");
            }
            dot.append("];\n");
        }
        for (RevisionInfo revision : graph.revisions()) {
            revision.down().forEach(parent -> edge(dot, parent, revision, ""));
            revision.dependsOn().forEach(needed -> edge(dot, needed, revision, " [style=dashed]"));
        }
        return dot.append("}\n").toString();
    }

    private static void edge(StringBuilder dot, String from, RevisionInfo to, String style) {
        dot.append("  ")
                .append(quoted(from))
                .append(" -> ")
                .append(quoted(to.id()))
                .append(style)
                .append(";\n");
    }

    private static String label(RevisionInfo revision, List<RevisionInfo> heads) {
        String first = revision.id()
                + (revision.branches().isEmpty() ? "" : " (" + String.join(", ", revision.branches()) + ")")
                + (heads.contains(revision) ? " (head)" : "");
        String quoted = quoted(first + "\u0000" + revision.message());
        return quoted.replace("\u0000", "\\n");
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\R", " ") + "\"";
    }
}
