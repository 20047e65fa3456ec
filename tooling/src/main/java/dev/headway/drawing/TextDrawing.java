package dev.headway.drawing;

import dev.headway.drawing.Lanes.Row;
import dev.headway.drawing.Lanes.Way;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/** Draws a history as text, the newest revision first, as {@code git log --graph} draws commits. */
public final class TextDrawing {
    private final Function<RevisionInfo, String> words;

    /** Makes a drawing that says of each revision what {@code words} gives for it, in one line. */
    public TextDrawing(Function<RevisionInfo, String> words) {
        this.words = words;
    }

    /** Draws a history. */
    public String draw(RevisionGraph graph) {
        StringBuilder drawing = new StringBuilder();
        for (Row row : Lanes.of(graph).rows()) {
            BitSet lanes = (BitSet) row.above().clone();
            lanes.set(row.column());
            char[] line = line(lanes, 0);
            line[2 * row.column()] = '*';
            drawing.append(line).append(words.apply(row.revision())).append('\n');
            List<Way> left = new ArrayList<>(row.below());
            while (!left.isEmpty()) {
                Way way = left.remove(0);
                if (!way.isStraight()) {
                    if (left.stream().noneMatch(other -> other.from() == way.from()) && !stays(row, way.from())) {
                        lanes.clear(way.from());
                    }
                    aside(way, lanes, drawing);
                    lanes.set(way.to());
                }
            }
        }
        return drawing.toString();
    }

    private static boolean stays(Row row, int column) {
        return row.below().contains(new Way(column, column));
    }

    /** Draws a lane that crosses over to another column, a line for each column. */
    private static void aside(Way way, BitSet lanes, StringBuilder drawing) {
        int step = way.to() > way.from() ? 1 : -1;
        for (int column = way.from(); column != way.to(); column += step) {
            char[] line = line(lanes, Math.max(way.from(), way.to()));
            line[2 * column + step] = step > 0 ? '\\' : '/';
            drawing.append(new String(line).stripTrailing()).append('\n');
        }
    }

    private static char[] line(BitSet lanes, int last) {
        char[] line = new char[2 * Math.max(lanes.length(), last + 1)];
        Arrays.fill(line, ' ');
        lanes.stream().forEach(column -> line[2 * column] = '|');
        return line;
    }
}
