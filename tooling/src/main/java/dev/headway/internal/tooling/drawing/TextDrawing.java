package dev.headway.internal.tooling.drawing;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.drawing.Lanes.Row;
import dev.headway.internal.tooling.drawing.Lanes.Way;
import java.util.Arrays;
import java.util.BitSet;
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
        Lanes.of(graph).rows().forEach(row -> draw(row, drawing));
        return drawing.toString();
    }

    private void draw(Row row, StringBuilder drawing) {
        BitSet lanes = (BitSet) row.above().clone();
        lanes.set(row.column());
        char[] line = line(lanes, row.column());
        line[2 * row.column()] = '*';
        drawing.append(line).append(words.apply(row.revision())).append('\n');
        left(row, lanes, drawing);
        right(row, lanes, drawing);
    }

    private static void left(Row row, BitSet lanes, StringBuilder drawing) {
        for (int i = 0; i < row.left().size(); i++) {
            Way way = row.left().get(i);
            boolean last = i == row.left().size() - 1 || row.left().get(i + 1).from() != way.from();
            if (last && !row.straight().get(way.from())) {
                lanes.clear(way.from());
            }
            left(way, lanes, drawing);
            lanes.set(way.to());
        }
    }

    /** Draws a lane that slips to the left, below those in between. */
    private static void left(Way way, BitSet lanes, StringBuilder drawing) {
        char[] line = line(lanes, way.from());
        for (int i = 2 * way.to() + 1; i < 2 * way.from() - 1; i++) {
            line[i] = line[i] == ' ' ? '_' : line[i];
        }
        line[2 * way.from() - 1] = '/';
        end(line, drawing);
    }

    /** Draws lanes that step to the right, behind those in between, all taking their last step together. */
    private static void right(Row row, BitSet lanes, StringBuilder drawing) {
        int last = row.right().stream().mapToInt(Way::to).max().orElse(row.column());
        for (int target = row.column() + 1; target <= last; target++) {
            char[] line = line(lanes, last);
            for (Way way : row.right()) {
                int reached = target - (last - way.to());
                if (reached > row.column()) {
                    line[2 * reached - 1] = '\\';
                }
            }
            end(line, drawing);
        }
    }

    private static void end(char[] line, StringBuilder drawing) {
        drawing.append(new String(line).stripTrailing()).append('\n');
    }

    /** Returns the lanes side by side, with room for another {@code last} one. */
    private static char[] line(BitSet lanes, int last) {
        char[] line = new char[2 * Math.max(lanes.length(), last + 1)];
        Arrays.fill(line, ' ');
        lanes.stream().forEach(column -> line[2 * column] = '|');
        return line;
    }
}
