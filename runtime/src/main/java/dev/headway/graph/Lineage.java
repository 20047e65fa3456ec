package dev.headway.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Revisions and the references between them. The place of a revision is its index in the order of declaration. Invalid
 * histories are allowed: references to unknown revisions and to the revision itself are ignored, and of two revisions with the
 * same id the first is used.
 */
final class Lineage {
    private final List<RevisionInfo> revisions;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[][] parents;
    private final int[][] requirements;
    private final int[][] children;
    private final int[][] dependents;

    Lineage(Collection<RevisionInfo> declared) {
        revisions = List.copyOf(declared);
        for (int i = 0; i < revisions.size(); i++) {
            places.putIfAbsent(revisions.get(i).id(), i);
        }
        parents = new int[revisions.size()][];
        requirements = new int[revisions.size()][];
        for (int i = 0; i < revisions.size(); i++) {
            RevisionInfo revision = revisions.get(i);
            parents[i] = resolved(i, revision.down(), List.of());
            requirements[i] =
                    revision.dependsOn().isEmpty() ? parents[i] : resolved(i, revision.down(), revision.dependsOn());
        }
        children = reversed(parents);
        dependents = reversed(requirements);
    }

    private int[] resolved(int from, List<String> down, List<String> dependsOn) {
        int[] found = new int[down.size() + dependsOn.size()];
        int count = 0;
        for (int i = 0; i < found.length; i++) {
            Integer to = places.get(i < down.size() ? down.get(i) : dependsOn.get(i - down.size()));
            if (to != null && to != from) {
                found[count++] = to;
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static int[][] reversed(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] reversed = new int[edges.length][];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = new int[counts[i]];
        }
        for (int from = edges.length - 1; from >= 0; from--) {
            for (int target : edges[from]) {
                reversed[target][--counts[target]] = from;
            }
        }
        return reversed;
    }

    List<RevisionInfo> revisions() {
        return revisions;
    }

    int size() {
        return revisions.size();
    }

    RevisionInfo at(int place) {
        return revisions.get(place);
    }

    /** Returns the place of the revision with this id, or null if there is none. */
    @Nullable
    Integer placeOf(String id) {
        return places.get(id);
    }

    /** Returns the places that {@code place} names in {@code down}. */
    int[] parents(int place) {
        return parents[place];
    }

    /** Returns the places that {@code place} names in {@code down} and {@code dependsOn}. */
    int[] requirements(int place) {
        return requirements[place];
    }

    /** Returns the places that name {@code place} in {@code down}. */
    int[] children(int place) {
        return children[place];
    }

    /** Returns the places that name {@code place} in {@code down} or {@code dependsOn}. */
    int[] dependents(int place) {
        return dependents[place];
    }

    /**
     * Returns all places, each after its requirements, and otherwise in the order of declaration. Places on a cycle, and
     * those that require them, are missing.
     */
    int[] order() {
        int[] missing = new int[size()];
        PriorityQueue<Integer> ready = new PriorityQueue<>();
        for (int i = 0; i < size(); i++) {
            missing[i] = requirements[i].length;
            if (missing[i] == 0) {
                ready.add(i);
            }
        }
        List<Integer> order = new ArrayList<>(size());
        while (!ready.isEmpty()) {
            int next = ready.remove();
            order.add(next);
            for (int dependent : dependents[next]) {
                if (--missing[dependent] == 0) {
                    ready.add(dependent);
                }
            }
        }
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the {@code places} and all that they require. */
    BitSet ancestors(Iterable<Integer> places) {
        return closure(places, requirements);
    }

    /** Returns the {@code places} and all that require them. */
    BitSet descendants(Iterable<Integer> places) {
        return closure(places, dependents);
    }

    /** Returns the {@code places} and their ancestors through {@code down} alone. */
    BitSet ancestorsThroughDown(Iterable<Integer> places) {
        return closure(places, parents);
    }

    /** Returns the {@code places} and their descendants through {@code down} alone. */
    BitSet descendantsThroughDown(Iterable<Integer> places) {
        return closure(places, children);
    }

    private static BitSet closure(Iterable<Integer> places, int[][] edges) {
        BitSet reached = new BitSet(edges.length);
        int[] pending = new int[edges.length];
        int count = 0;
        for (int place : places) {
            if (!reached.get(place)) {
                reached.set(place);
                pending[count++] = place;
            }
        }
        while (count > 0) {
            for (int next : edges[pending[--count]]) {
                if (!reached.get(next)) {
                    reached.set(next);
                    pending[count++] = next;
                }
            }
        }
        return reached;
    }
}
