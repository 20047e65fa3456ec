package dev.headway.internal.tooling.drawing;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.Set;
import java.util.stream.Collectors;

/** A history for Graphviz: parents below, an arrow from each to its children, and a second line around heads. */
final class DotDrawing {
    private final RevisionGraph graph;
    private final AppliedRevisions marks;
    private final Set<String> heads;

    DotDrawing(RevisionGraph graph, AppliedRevisions marks) {
        this.graph = graph;
        this.marks = marks;
        this.heads = graph.heads().stream().map(RevisionInfo::id).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        StringBuilder dot = new StringBuilder("""
                digraph history {
                  rankdir=BT;
                  node [shape=box, style="rounded", fontname="monospace"];
                """);
        graph.revisions().forEach(revision -> node(dot, revision));
        for (RevisionInfo revision : graph.revisions()) {
            revision.down().forEach(parent -> edge(dot, parent, revision, ""));
            revision.dependsOn().forEach(needed -> edge(dot, needed, revision, " [style=dashed]"));
        }
        return dot.append("}\n").toString();
    }

    private void node(StringBuilder dot, RevisionInfo revision) {
        dot.append("  ").append(quoted(revision.id())).append(" [label=").append(label(revision));
        if (heads.contains(revision.id())) {
            dot.append(", peripheries=2");
        }
        if (marks.current().contains(revision.id())) {
            dot.append(", style=\"rounded,filled,bold\", fillcolor=\"#fde68a\"");
        } else if (marks.applied().contains(revision.id())) {
            dot.append(", style=\"rounded,filled\", fillcolor=\"#e5e7eb\"");
        }
        dot.append("];\n");
    }

    private static void edge(StringBuilder dot, String from, RevisionInfo to, String style) {
        dot.append("  ")
                .append(quoted(from))
                .append(" -> ")
                .append(quoted(to.id()))
                .append(style)
                .append(";\n");
    }

    private String label(RevisionInfo revision) {
        String name = revision.id()
                + (revision.branches().isEmpty() ? "" : " (" + String.join(", ", revision.branches()) + ")")
                + (heads.contains(revision.id()) ? " (head)" : "");
        return "\"" + shown(name) + "\\n" + shown(revision.message()) + "\"";
    }

    /** Graphviz reads entities in what it shows, though not in names. */
    private static String shown(String text) {
        return escaped(text.replace("&", "&amp;"));
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}+", " ");
    }
}
