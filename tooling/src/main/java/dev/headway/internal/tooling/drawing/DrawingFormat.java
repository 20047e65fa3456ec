package dev.headway.internal.tooling.drawing;

import dev.headway.graph.RevisionGraph;

/** The formats that a history can be drawn in, beside text. */
public enum DrawingFormat {
    /** A picture for browsers and documents. */
    SVG,
    /** A diagram for Markdown (<em>mermaid.js.org</em>). */
    MERMAID,
    /** A graph for Graphviz (<em>graphviz.org</em>). */
    DOT;

    /** Draws a history, and what a database has of it. */
    public String draw(RevisionGraph graph, AppliedRevisions marks) {
        return switch (this) {
            case SVG -> new SvgDrawing(graph, marks).toString();
            case MERMAID -> new MermaidDrawing(graph, marks).toString();
            case DOT -> new DotDrawing(graph, marks).toString();
        };
    }
}
