package dev.headway.internal.tooling.drawing;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The revisions in rows, the newest first, and lanes in columns beside each other: a lane leads from the children of a
 * revision down to it.
 *
 * @param rows the rows, from above
 * @param width how many columns there are
 */
record Lanes(List<Row> rows, int width) {

    /**
     * A revision in its place.
     *
     * @param revision the revision
     * @param column its column
     * @param above the columns in which lanes come down to its row
     * @param straight the columns in which lanes go straight on to the row below
     * @param left how lanes go on to the row below further left: those from its own column, and another one to there
     * @param right how lanes go on to the row below further right, all of them from its own column
     */
    record Row(RevisionInfo revision, int column, BitSet above, BitSet straight, List<Way> left, List<Way> right) {}

    /**
     * A lane that changes its column between two rows.
     *
     * @param from its column in the row above
     * @param to its column in the row below
     */
    record Way(int from, int to) {}

    static Lanes of(RevisionGraph graph) {
        Laying laying = new Laying();
        List<RevisionInfo> revisions = graph.revisions();
        List<Row> rows = new ArrayList<>(revisions.size());
        for (int i = revisions.size() - 1; i >= 0; i--) {
            rows.add(laying.next(revisions.get(i)));
        }
        return new Lanes(rows, laying.width);
    }

    /** The lanes while they are laid out. */
    private static final class Laying {
        private static final int NOWHERE = -1;

        private final Map<String, Integer> columnOf = new HashMap<>();
        private final BitSet taken = new BitSet();
        private int ended = NOWHERE;
        private int width;

        Row next(RevisionInfo revision) {
            BitSet above = (BitSet) taken.clone();
            Integer lane = columnOf.remove(revision.id());
            int column = lane == null ? beginning() : lane;
            taken.clear(column);
            BitSet straight = (BitSet) taken.clone();
            List<Way> ways = new ArrayList<>();
            revision.down().forEach(parent -> ways.add(lead(parent, column, straight)));
            List<Way> left = ways.stream().filter(way -> way.to() < way.from()).toList();
            List<Way> right = ways.stream().filter(way -> way.to() > way.from()).toList();
            ended = revision.down().isEmpty() ? column : NOWHERE;
            width = Math.max(width, Math.max(column + 1, taken.length()));
            return new Row(revision, column, above, straight, left, right);
        }

        /** Returns a free column, but not right below a base, whose child the revision would seem to be its parent. */
        private int beginning() {
            int free = taken.nextClearBit(0);
            return free == ended ? taken.nextClearBit(free + 1) : free;
        }

        private Way lead(String parent, int column, BitSet straight) {
            Integer lane = columnOf.get(parent);
            if (lane == null) {
                int free = taken.get(column) ? taken.nextClearBit(column + 1) : column;
                straight.set(column);
                take(parent, free);
                return new Way(column, free);
            } else if (lane > column && !taken.get(column)) {
                taken.clear(lane);
                straight.clear(lane);
                straight.set(column);
                take(parent, column);
                return new Way(lane, column);
            }
            return new Way(column, lane);
        }

        private void take(String parent, int column) {
            columnOf.put(parent, column);
            taken.set(column);
        }
    }
}
