package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * No revision requires itself through others. A message has the whole cycle, starting with its first class by name. Of several
 * cycles that share revisions, one is reported.
 */
final class CycleRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        BitSet untangled = new BitSet(lineage.size());
        for (int place : lineage.order()) {
            untangled.set(place);
        }
        BitSet shown = new BitSet(lineage.size());
        for (int start = untangled.nextClearBit(0); start < lineage.size(); start = untangled.nextClearBit(start + 1)) {
            walk(lineage, start, untangled, shown, faults);
        }
    }

    /** Walks depth-first with an explicit stack, since a long history would overflow the stack of the thread. */
    private static void walk(Lineage lineage, int start, BitSet finished, BitSet shown, List<HistoryFault> faults) {
        List<Integer> path = new ArrayList<>(List.of(start));
        List<Integer> tried = new ArrayList<>(List.of(0));
        BitSet onPath = new BitSet(lineage.size());
        onPath.set(start);
        while (!path.isEmpty()) {
            int top = path.size() - 1;
            int place = path.get(top);
            int next = tried.get(top);
            if (next == lineage.requirements(place).length) {
                finished.set(place);
                onPath.clear(place);
                path.remove(top);
                tried.remove(top);
                continue;
            }
            tried.set(top, next + 1);
            int required = lineage.requirements(place)[next];
            if (onPath.get(required)) {
                report(lineage, path.subList(path.indexOf(required), path.size()), shown, faults);
            } else if (!finished.get(required)) {
                path.add(required);
                tried.add(0);
                onPath.set(required);
            }
        }
    }

    private static void report(Lineage lineage, List<Integer> cycle, BitSet shown, List<HistoryFault> faults) {
        if (cycle.stream().anyMatch(shown::get)) {
            return;
        }
        cycle.forEach(shown::set);
        List<RevisionInfo> rotated = new ArrayList<>();
        cycle.forEach(place -> rotated.add(lineage.at(place)));
        Collections.rotate(rotated, -cycle.indexOf(Collections.min(cycle)));
        RevisionInfo first = rotated.get(0);
        String next = rotated.get(1).id();
        rotated.add(first);
        StringBuilder path = new StringBuilder(first.type());
        boolean onlyParents = true;
        for (int i = 1; i < rotated.size(); i++) {
            boolean parent = rotated.get(i - 1).down().contains(rotated.get(i).id());
            onlyParents &= parent;
            path.append(parent ? " -> " : " -> (dependsOn) ")
                    .append(rotated.get(i).type());
        }
        boolean throughDown = first.down().contains(next);
        faults.add(new HistoryFault(
                onlyParents ? Kind.CYCLE : Kind.DEPENDENCY_CYCLE,
                first,
                throughDown ? Attribute.DOWN : Attribute.DEPENDS_ON,
                (throughDown ? first.down() : first.dependsOn()).indexOf(next),
                "Revisions form a cycle: " + path + ". None of them can ever be applied; remove one of these"
                        + " references."));
    }
}
