package dev.headway.internal.tooling.drawing;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.drawing.Lanes.Row;
import dev.headway.internal.tooling.drawing.Lanes.Way;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A history as a picture: a row for each revision, the newest first, with the lanes between them on the left and words on
 * the right. Rings are revisions that are not applied, if a database was asked.
 */
final class SvgDrawing {
    private static final int ROW = 34;
    private static final int LANE = 22;
    private static final int MARGIN = 26;
    private static final int GAP = 14;
    private static final double CHARACTER = 7.83; // of a monospaced font at 13 pixels

    private final AppliedRevisions marks;
    private final Lanes lanes;
    private final Set<String> heads;
    private final Map<String, Integer> rows = new HashMap<>();
    private final double ids;
    private final double messages;
    private final StringBuilder svg = new StringBuilder();

    SvgDrawing(RevisionGraph graph, AppliedRevisions marks) {
        this.marks = marks;
        this.lanes = Lanes.of(graph);
        this.heads = graph.heads().stream().map(RevisionInfo::id).collect(Collectors.toSet());
        double longest = 0;
        for (Row row : lanes.rows()) {
            rows.put(row.revision().id(), rows.size());
            longest = Math.max(longest, CHARACTER * cells(row.revision().id()));
        }
        this.ids = x(Math.max(1, lanes.width())) + 4.0;
        this.messages = ids + longest + GAP;
    }

    @Override
    public String toString() {
        svg.setLength(0);
        int height = 2 * MARGIN + ROW * Math.max(0, lanes.rows().size() - 1);
        long width = Math.round(widest() + MARGIN);
        append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\" role=\"img\""
                        + " font-family=\"ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace\""
                        + " font-size=\"13\">\n",
                width, height, width, height);
        append("<title>%d revisions</title>\n%s", lanes.rows().size(), SvgStyle.SHEET);
        append("<rect class=\"background\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n", width, height);
        straight();
        for (int i = 0; i < lanes.rows().size(); i++) {
            aside(i, lanes.rows().get(i).left());
            aside(i, lanes.rows().get(i).right());
        }
        lanes.rows().forEach(this::needs);
        lanes.rows().forEach(this::place);
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

    /** Draws each lane in one stroke as far as it goes straight down. */
    private void straight() {
        int[] begun = new int[lanes.width()];
        Arrays.fill(begun, -1);
        for (int i = 0; i < lanes.rows().size(); i++) {
            for (int column = 0; column < begun.length; column++) {
                boolean goesOn = lanes.rows().get(i).straight().get(column);
                if (goesOn && begun[column] < 0) {
                    begun[column] = i;
                } else if (!goesOn && begun[column] >= 0) {
                    append(
                            "<path class=\"way c%d\" d=\"M%d %d V%d\"/>\n",
                            column % SvgStyle.COLOURS, x(column), y(begun[column]), y(i));
                    begun[column] = -1;
                }
            }
        }
    }

    private void aside(int index, List<Way> ways) {
        int middle = y(index) + ROW / 2;
        for (Way way : ways) {
            append(
                    "<path class=\"way c%d\" d=\"M%d %d C%d %d %d %d %d %d\"/>\n",
                    Math.max(way.from(), way.to()) % SvgStyle.COLOURS,
                    x(way.from()),
                    y(index),
                    x(way.from()),
                    middle,
                    x(way.to()),
                    middle,
                    x(way.to()),
                    y(index + 1));
        }
    }

    /** Draws bows on the left, wider ones around narrower ones as far as the margin allows. */
    private void needs(Row row) {
        RevisionInfo revision = row.revision();
        int from = rowOf(revision.id());
        for (String needed : revision.dependsOn()) {
            int to = rowOf(needed);
            int target = x(lanes.rows().get(to).column());
            int bow = Math.min(x(row.column()), target) - Math.min(14 + 2 * (to - from), MARGIN);
            append(
                    "<path class=\"needs\" d=\"M%d %d C%d %d %d %d %d %d\"><title>%s depends on %s</title></path>\n",
                    x(row.column()),
                    y(from),
                    bow,
                    y(from),
                    bow,
                    y(to),
                    target,
                    y(to),
                    escaped(revision.id()),
                    escaped(needed));
        }
    }

    private void place(Row row) {
        RevisionInfo revision = row.revision();
        int y = y(rowOf(revision.id()));
        if (marks.current().contains(revision.id())) {
            append("<circle class=\"halo\" cx=\"%d\" cy=\"%d\" r=\"10\"/>", x(row.column()), y);
        }
        boolean pending = !marks.applied().isEmpty() && !marks.applied().contains(revision.id());
        append(
                "<circle class=\"dot %s%d\" cx=\"%d\" cy=\"%d\" r=\"6\"/>",
                pending ? "ring c" : "full f", row.column() % SvgStyle.COLOURS, x(row.column()), y);
        text("id", ids, y, revision.id());
        text("message", messages, y, revision.message());
        double x = messages + CHARACTER * cells(revision.message()) + GAP;
        for (Tag tag : tags(revision)) {
            append(
                    "<g class=\"%s\" font-size=\"11\"><rect class=\"tag\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\""
                            + " rx=\"9\"/>",
                    tag.style(), x, y - 9, tag.width());
            text("tagged", x + Tag.PADDING, y, tag.text());
            svg.append("</g>");
            x += tag.width() + Tag.GAP;
        }
        svg.append('\n');
    }

    private void text(String style, double x, int y, String text) {
        append("<text class=\"%s\" x=\"%.1f\" y=\"%d\">%s</text>", style, x, y + 4, escaped(text));
    }

    private double widest() {
        double widest = messages;
        for (Row row : lanes.rows()) {
            RevisionInfo revision = row.revision();
            double tags = tags(revision).stream()
                    .mapToDouble(tag -> tag.width() + Tag.GAP)
                    .sum();
            widest = Math.max(widest, messages + CHARACTER * cells(revision.message()) + (tags > 0 ? GAP : 0) + tags);
        }
        return widest;
    }

    private List<Tag> tags(RevisionInfo revision) {
        List<Tag> tags = new ArrayList<>();
        revision.branches().forEach(branch -> tags.add(new Tag("branch", branch)));
        if (heads.contains(revision.id())) {
            tags.add(new Tag("head", "head"));
        }
        if (marks.current().contains(revision.id())) {
            tags.add(new Tag("current", "current"));
        }
        return tags;
    }

    /** Returns how many characters wide a text is: from the Chinese and Japanese ones on, they take the room of two. */
    private static long cells(String text) {
        return text.codePoints().mapToLong(c -> c < 0x2e80 ? 1 : 2).sum();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("[\\p{Cntrl}\\x{fffe}\\x{ffff}]", " ");
    }

    /**
     * A word in a frame.
     *
     * @param style its class
     * @param text the word
     */
    private record Tag(String style, String text) {
        static final int PADDING = 8;
        static final int GAP = 6;
        private static final double CHARACTER = 6.63; // at 11 pixels

        double width() {
            return CHARACTER * cells(text) + 2 * PADDING;
        }
    }
}
