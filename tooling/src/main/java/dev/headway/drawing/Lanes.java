package dev.headway.drawing;

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
     * @param below how lanes go on to the row below, those that stay in their columns first
     */
    record Row(RevisionInfo revision, int column, BitSet above, List<Way> below) {}

    /**
     * A lane between two rows.
     *
     * @param from its column in the row above
     * @param to its column in the row below
     */
    record Way(int from, int to) {
        boolean isStraight() {
            return from == to;
        }
    }

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
        private final Map<String, Integer> columnOf = new HashMap<>();
        private final BitSet taken = new BitSet();
        private int width;

        Row next(RevisionInfo revision) {
            BitSet above = (BitSet) taken.clone();
            Integer lane = columnOf.remove(revision.id());
            int column = lane == null ? taken.nextClearBit(0) : lane;
            width = Math.max(width, column + 1);
            taken.clear(column);
            List<Way> ways = new ArrayList<>();
            taken.stream().forEach(each -> ways.add(new Way(each, each)));
            for (String parent : revision.down()) {
                lead(parent, column, ways);
            }
            width = Math.max(width, taken.length());
            ways.sort((one, other) -> Boolean.compare(other.isStraight(), one.isStraight()));
            return new Row(revision, column, above, ways);
        }

        private void lead(String parent, int column, List<Way> ways) {
            Integer lane = columnOf.get(parent);
            if (lane == null) {
                int free = taken.get(column) ? taken.nextClearBit(column + 1) : column;
                take(parent, free);
                ways.add(new Way(column, free));
            } else if (lane > column && !taken.get(column)) {
                taken.clear(lane);
                take(parent, column);
                ways.remove(new Way(lane, lane));
                ways.add(new Way(column, column));
                ways.add(new Way(lane, column));
            } else {
                ways.add(new Way(column, lane));
            }
        }

        private void take(String parent, int column) {
            columnOf.put(parent, column);
            taken.set(column);
        }
    }
}
