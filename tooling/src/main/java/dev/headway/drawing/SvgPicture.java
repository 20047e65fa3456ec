package dev.headway.drawing;

import dev.headway.drawing.Lanes.Row;
import dev.headway.drawing.Lanes.Way;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A history as a picture: a row for each revision, the newest first, with the lanes between them on the left and words on
 * the right. Pale are revisions that are not applied, if a database was asked.
 */
final class SvgPicture {
    private static final int ROW = 34;
    private static final int LANE = 22;
    private static final int MARGIN = 26;
    private static final double CHARACTER = 7.83; // of a monospaced font at 13 pixels
    private static final double SMALL = 6.63; // at 11 pixels
    private static final int COLOURS = 6;

    private static final String STYLE = """
            <style>
              .background { fill: #ffffff } .id { fill: #111827; font-weight: 600 } .message { fill: #4b5563 }
              .tag { fill: #f3f4f6; stroke: #d1d5db } .tagged { fill: #374151 }
              .head .tag { fill: #dbeafe; stroke: #93c5fd } .head .tagged { fill: #1e40af }
              .current .tag { fill: #fef3c7; stroke: #fcd34d } .current .tagged { fill: #92400e }
              .way { fill: none; stroke-width: 2.5; stroke-linecap: round }
              .needs { fill: none; stroke: #9ca3af; stroke-width: 1.5; stroke-dasharray: 3 4 }
              .dot { stroke-width: 2.5; stroke: #ffffff } .pending .dot { fill: #ffffff } .halo { fill: #fcd34d }
              .c0 { stroke: #2563eb } .c1 { stroke: #d97706 } .c2 { stroke: #059669 }
              .c3 { stroke: #c026d3 } .c4 { stroke: #dc2626 } .c5 { stroke: #0891b2 }
              .f0 { fill: #2563eb } .f1 { fill: #d97706 } .f2 { fill: #059669 }
              .f3 { fill: #c026d3 } .f4 { fill: #dc2626 } .f5 { fill: #0891b2 }
              @media (prefers-color-scheme: dark) {
                .background { fill: #111827 } .id { fill: #f9fafb } .message { fill: #9ca3af }
                .tag { fill: #1f2937; stroke: #4b5563 } .tagged { fill: #d1d5db }
                .head .tag { fill: #1e3a8a; stroke: #3b82f6 } .head .tagged { fill: #dbeafe }
                .current .tag { fill: #78350f; stroke: #d97706 } .current .tagged { fill: #fef3c7 }
                .dot { stroke: #111827 } .pending .dot { fill: #111827 }
              }
            </style>
            """;

    private final RevisionGraph graph;
    private final Marks marks;
    private final Lanes lanes;
    private final List<RevisionInfo> heads;
    private final Map<String, Integer> rows = new HashMap<>();
    private final StringBuilder svg = new StringBuilder();

    SvgPicture(RevisionGraph graph, Marks marks) {
        this.graph = graph;
        this.marks = marks;
        this.lanes = Lanes.of(graph);
        this.heads = graph.heads();
        for (Row row : lanes.rows()) {
            rows.put(row.revision().id(), rows.size());
        }
    }

    @Override
    public String toString() {
        svg.setLength(0);
        int height = 2 * MARGIN + ROW * Math.max(0, lanes.rows().size() - 1);
        long width = Math.round(widest() + MARGIN);
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\""
                        + " font-size=\"13\">%n",
                width, height, width, height);
        append("<title>%d revisions</title>%n%s", graph.revisions().size(), STYLE);
        append("<rect class=\"background\" width=\"%d\" height=\"%d\" rx=\"8\"/>%n", width, height);
        for (int i = 0; i < lanes.rows().size(); i++) {
            ways(i);
        }
        for (int i = 0; i < lanes.rows().size(); i++) {
            place(i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void append(String format, Object... arguments) {
        svg.append(String.format(Locale.ROOT, format, arguments));
    }

    private static int x(int column) {
        return MARGIN + LANE * column;
    }

    private static int y(int row) {
        return MARGIN + ROW * row;
    }

    private int rowOf(String id) {
        return Objects.requireNonNull(rows.get(id));
    }

    private void ways(int index) {
        Row row = lanes.rows().get(index);
        int middle = y(index) + ROW / 2;
        for (Way way : row.below()) {
            append(
                    "<path class=\"way c%d\" d=\"M%d %d",
                    Math.max(way.from(), way.to()) % COLOURS, x(way.from()), y(index));
            if (way.isStraight()) {
                append(" V%d\"/>%n", y(index + 1));
            } else {
                append(
                        " C%d %d %d %d %d %d\"/>%n",
                        x(way.from()), middle, x(way.to()), middle, x(way.to()), y(index + 1));
            }
        }
        for (String needed : row.revision().dependsOn()) {
            int to = rowOf(needed);
            int target = lanes.rows().get(to).column();
            int bulge = Math.min(x(row.column()), x(target)) - LANE + 4;
            append(
                    "<path class=\"needs\" d=\"M%d %d C%d %d %d %d %d %d\"/>%n",
                    x(row.column()), y(index), bulge, y(index) + ROW / 2, bulge, y(to) - ROW / 2, x(target), y(to));
        }
    }

    private void place(int index) {
        Row row = lanes.rows().get(index);
        RevisionInfo revision = row.revision();
        boolean current = marks.current().contains(revision.id());
        boolean pending = !marks.applied().isEmpty() && !marks.applied().contains(revision.id());
        append("<g%s>", pending ? " class=\"pending\"" : "");
        if (current) {
            append("<circle class=\"halo\" cx=\"%d\" cy=\"%d\" r=\"10\"/>", x(row.column()), y(index));
        }
        append(
                "<circle class=\"dot %s%d\" cx=\"%d\" cy=\"%d\" r=\"6\"/>",
                pending ? "c" : "f", row.column() % COLOURS, x(row.column()), y(index));
        double x = words();
        append("<text class=\"id\" x=\"%.1f\" y=\"%d\">%s</text>", x, y(index) + 4, escaped(revision.id()));
        x += CHARACTER * revision.id().length() + 10;
        for (Tag tag : tags(revision)) {
            append(
                    "<g class=\"%s\"><rect class=\"tag\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" rx=\"9\"/>"
                            + "<text class=\"tagged\" x=\"%.1f\" y=\"%d\" font-size=\"11\">%s</text></g>",
                    tag.style(), x, y(index) - 9, tag.width(), x + 8, y(index) + 4, escaped(tag.text()));
            x += tag.width() + 6;
        }
        append(
                "<text class=\"message\" x=\"%.1f\" y=\"%d\">%s</text></g>%n",
                x + 4, y(index) + 4, escaped(revision.message()));
    }

    /** Returns where words begin. */
    private double words() {
        return x(Math.max(1, lanes.width())) + 4.0;
    }

    private double widest() {
        double widest = words();
        for (Row row : lanes.rows()) {
            RevisionInfo revision = row.revision();
            double tags =
                    tags(revision).stream().mapToDouble(tag -> tag.width() + 6).sum();
            int characters = revision.id().length() + revision.message().length();
            widest = Math.max(widest, words() + CHARACTER * characters + 14 + tags);
        }
        return widest;
    }

    /**
     * A word in a frame.
     *
     * @param style its class
     * @param text the word
     */
    private record Tag(String style, String text) {
        double width() {
            return SMALL * text.length() + 16;
        }
    }

    private List<Tag> tags(RevisionInfo revision) {
        List<Tag> tags = new ArrayList<>();
        revision.branches().forEach(branch -> tags.add(new Tag("branch", branch)));
        if (heads.contains(revision)) {
            tags.add(new Tag("head", "head"));
        }
        if (marks.current().contains(revision.id())) {
            tags.add(new Tag("current", "current"));
        }
        return tags;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\p{Cntrl}\\x{fffe}\\x{ffff}]", " ");
    }
}
