package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * No revision replaces itself through others, and no squash requires a revision that comes after one that it replaces.
 */
final class ReplacementCycleRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        Map<String, RevisionInfo> replacedBy = new HashMap<>();
        for (RevisionInfo revision : lineage.revisions()) {
            revision.replaces().stream()
                    .filter(id -> !id.equals(revision.id()))
                    .forEach(id -> replacedBy.putIfAbsent(id, revision));
        }
        if (!replacedBy.isEmpty()
                && !reportedReplacementCycles(lineage, replacedBy, faults)
                && faults.stream().noneMatch(fault -> fault.kind() == Kind.BAD_REPLACEMENT)
                && lineage.order().length == lineage.size()) {
            reportRequirementCycles(lineage, replacedBy, faults);
        }
    }

    /** Follows each revision to the one that replaces it; at most one does. */
    private static boolean reportedReplacementCycles(
            Lineage lineage, Map<String, RevisionInfo> replacedBy, List<HistoryFault> faults) {
        Set<String> finished = new HashSet<>();
        boolean reported = false;
        for (RevisionInfo start : lineage.revisions()) {
            List<RevisionInfo> path = new ArrayList<>();
            Set<String> onPath = new HashSet<>();
            RevisionInfo next = start;
            while (next != null && !finished.contains(next.id()) && onPath.add(next.id())) {
                path.add(0, next);
                next = replacedBy.get(next.id());
            }
            if (next != null && !finished.contains(next.id())) {
                List<RevisionInfo> cycle = path.subList(0, path.indexOf(next) + 1);
                report(rotated(lineage, cycle), faults);
                reported = true;
            }
            finished.addAll(onPath);
        }
        return reported;
    }

    /** Starts a cycle with its first revision in the order of declaration. */
    private static List<RevisionInfo> rotated(Lineage lineage, List<RevisionInfo> cycle) {
        int first = 0;
        for (int i = 1; i < cycle.size(); i++) {
            if (lineage.revisions().indexOf(cycle.get(i)) < lineage.revisions().indexOf(cycle.get(first))) {
                first = i;
            }
        }
        List<RevisionInfo> rotated = new ArrayList<>(cycle.subList(first, cycle.size()));
        rotated.addAll(cycle.subList(0, first));
        return rotated;
    }

    private static void report(List<RevisionInfo> cycle, List<HistoryFault> faults) {
        RevisionInfo first = cycle.get(0);
        StringBuilder path = new StringBuilder();
        cycle.forEach(revision -> path.append(revision.type()).append(" -> "));
        faults.add(new HistoryFault(
                Kind.BAD_REPLACEMENT,
                first,
                Attribute.REPLACES,
                first.replaces().indexOf(cycle.get(1).id()),
                "Revisions replace each other in a cycle: " + path + first.type()
                        + ". None of them can ever be applied; remove one of these ids from 'replaces'."));
    }

    /** Reports each squash that requires itself, if its revisions' requirements count as its own. */
    private static void reportRequirementCycles(
            Lineage lineage, Map<String, RevisionInfo> replacedBy, List<HistoryFault> faults) {
        Map<String, Map<String, Integer>> required = requirements(lineage, replacedBy);
        Set<String> reported = new HashSet<>();
        for (RevisionInfo squash : lineage.revisions()) {
            if (squash.replaces().isEmpty() || replacedBy.containsKey(squash.id()) || reported.contains(squash.id())) {
                continue;
            }
            List<String> path = cycle(squash.id(), required);
            if (!path.isEmpty()) {
                reported.addAll(path);
                report(lineage, squash, path, required, faults);
            }
        }
    }

    /** Returns what each revision or squash requires, with the index of the replaced revision that requires it. */
    private static Map<String, Map<String, Integer>> requirements(
            Lineage lineage, Map<String, RevisionInfo> replacedBy) {
        Map<String, Map<String, Integer>> required = new HashMap<>();
        for (int place = 0; place < lineage.size(); place++) {
            String member = lineage.at(place).id();
            int index = HistoryFault.WHOLE;
            for (RevisionInfo squash = replacedBy.get(member); squash != null; squash = replacedBy.get(member)) {
                index = squash.replaces().indexOf(member);
                member = squash.id();
            }
            Map<String, Integer> of = required.computeIfAbsent(member, id -> new HashMap<>());
            for (int requirement : lineage.requirements(place)) {
                String other = outermost(lineage.at(requirement).id(), replacedBy);
                if (!other.equals(member)) {
                    of.merge(other, index, Math::max);
                }
            }
        }
        return required;
    }

    private static String outermost(String id, Map<String, RevisionInfo> replacedBy) {
        String outermost = id;
        for (RevisionInfo squash = replacedBy.get(id); squash != null; squash = replacedBy.get(outermost)) {
            outermost = squash.id();
        }
        return outermost;
    }

    /** Returns the shortest way from a squash back to itself, or nothing. */
    private static List<String> cycle(String start, Map<String, Map<String, Integer>> required) {
        Map<String, String> from = new HashMap<>();
        Deque<String> pending = new ArrayDeque<>(List.of(start));
        while (!pending.isEmpty()) {
            String id = pending.remove();
            for (String next : required.getOrDefault(id, Map.of()).keySet()) {
                if (next.equals(start)) {
                    List<String> path = new ArrayList<>();
                    for (String at = id; !at.equals(start); at = from.getOrDefault(at, start)) {
                        path.add(0, at);
                    }
                    path.add(0, start);
                    return path;
                }
                if (from.putIfAbsent(next, id) == null) {
                    pending.add(next);
                }
            }
        }
        return List.of();
    }

    private static void report(
            Lineage lineage,
            RevisionInfo squash,
            List<String> path,
            Map<String, Map<String, Integer>> required,
            List<HistoryFault> faults) {
        String next = path.size() > 1 ? path.get(1) : squash.id();
        int index = required.getOrDefault(squash.id(), Map.of()).getOrDefault(next, HistoryFault.WHOLE);
        StringBuilder types = new StringBuilder();
        for (String id : path) {
            Integer place = lineage.placeOf(id);
            types.append(place == null ? id : lineage.at(place).type()).append(" -> ");
        }
        faults.add(new HistoryFault(
                Kind.BAD_REPLACEMENT,
                squash,
                Attribute.REPLACES,
                index,
                "The requirements of " + squash.describe() + " and of the revisions that it replaces form a cycle: "
                        + types
                        + squash.type() + ". Replace only revisions that follow each other, with none in between that"
                        + " stays, and give the revision the parents of the first of them."));
    }
}
