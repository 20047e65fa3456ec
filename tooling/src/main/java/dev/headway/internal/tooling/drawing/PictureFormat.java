package dev.headway.internal.tooling.drawing;

import dev.headway.graph.RevisionGraph;

/** The formats that a history can be drawn in, beside text. */
public enum PictureFormat {
    /** A picture for browsers and documents. */
    SVG,
    /** A diagram for Markdown (<em>mermaid.js.org</em>). */
    MERMAID,
    /** A graph for Graphviz (<em>graphviz.org</em>). */
    DOT;

    /** Draws a history, and what a database has of it. */
    public String draw(RevisionGraph graph, Marks marks) {
        return switch (this) {
            case SVG -> new SvgPicture(graph, marks).toString();
            case MERMAID -> new MermaidPicture(graph, marks).toString();
            case DOT -> new DotPicture(graph, marks).toString();
        };
    }
}
