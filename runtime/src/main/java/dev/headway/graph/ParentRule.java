package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * No parent of a revision is an ancestor, through {@code down}, of another parent. Checks only histories without cycles, and
 * walks from each merge no further back than the parent with the least depth.
 */
final class ParentRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        int[] order = lineage.order();
        if (order.length < lineage.size()) {
            return;
        }
        int[] depth = new int[lineage.size()];
        for (int place : order) {
            for (int parent : lineage.parents(place)) {
                depth[place] = Math.max(depth[place], depth[parent] + 1);
            }
        }
        int[] walkedFrom = new int[lineage.size()];
        Arrays.fill(walkedFrom, -1);
        for (int merge = 0; merge < lineage.size(); merge++) {
            if (lineage.parents(merge).length > 1) {
                walk(lineage, merge, depth, walkedFrom);
                report(lineage, merge, walkedFrom, faults);
            }
        }
    }

    /** Marks with {@code merge} every ancestor of its parents that can be a parent itself. */
    private static void walk(Lineage lineage, int merge, int[] depth, int[] walkedFrom) {
        int floor = Arrays.stream(lineage.parents(merge))
                .map(parent -> depth[parent])
                .min()
                .orElse(0);
        int[] pending = lineage.parents(merge).clone();
        int count = pending.length;
        while (count > 0) {
            for (int ancestor : lineage.parents(pending[--count])) {
                if (walkedFrom[ancestor] != merge && depth[ancestor] >= floor) {
                    walkedFrom[ancestor] = merge;
                    pending = count == pending.length ? Arrays.copyOf(pending, 2 * count + 1) : pending;
                    pending[count++] = ancestor;
                }
            }
        }
    }

    private static void report(Lineage lineage, int merge, int[] walkedFrom, List<HistoryFault> faults) {
        RevisionInfo revision = lineage.at(merge);
        for (int i = 0; i < revision.down().size(); i++) {
            Integer parent = lineage.placeOf(revision.down().get(i));
            if (parent != null && walkedFrom[parent] == merge) {
                faults.add(new HistoryFault(
                        Kind.REDUNDANT_PARENT,
                        revision,
                        Attribute.DOWN,
                        i,
                        revision.describe() + " names " + lineage.at(parent).describe() + " in 'down', which is"
                                + " already an ancestor of another parent. Remove it."));
            }
        }
    }
}
