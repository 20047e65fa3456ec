package dev.headway.graph;

import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Revisions that stand for others, which they replace. The others may be gone from the code, or stay for databases that are
 * in the midst of them.
 */
final class Squashes {
    private final Lineage whole;
    private final Map<String, RevisionInfo> replacedBy = new HashMap<>();
    private final List<RevisionInfo> squashes = new ArrayList<>();

    /** Takes a history with all that it has, replaced or not. */
    Squashes(Lineage whole) {
        this.whole = whole;
        for (RevisionInfo revision : whole.revisions()) {
            if (!revision.replaces().isEmpty()) {
                squashes.add(revision);
                revision.replaces().forEach(id -> replacedBy.put(id, revision));
            }
        }
    }

    /** Returns the revisions that no other one replaces, in the order of declaration. */
    Collection<RevisionInfo> live() {
        return replacedBy.isEmpty()
                ? whole.revisions()
                : whole.revisions().stream()
                        .filter(revision -> !replacedBy.containsKey(revision.id()))
                        .toList();
    }

    /** Returns the replaced revisions that are still there, each after those that it requires. */
    List<RevisionInfo> replaced() {
        List<RevisionInfo> replaced = new ArrayList<>();
        if (!replacedBy.isEmpty()) {
            for (int place : whole.order()) {
                if (replacedBy.containsKey(whole.at(place).id())) {
                    replaced.add(whole.at(place));
                }
            }
        }
        return replaced;
    }

    /** Returns what is applied if each revision that stands for others counts as soon as all of those do. */
    Set<String> settled(Set<String> applied) {
        if (squashes.isEmpty()) {
            return applied;
        }
        Set<String> settled = new LinkedHashSet<>(applied);
        boolean again = true;
        while (again) {
            again = false;
            for (RevisionInfo squash : squashes) {
                if (settled.containsAll(squash.replaces())) {
                    squash.replaces().forEach(settled::remove);
                    settled.add(squash.id());
                    again = true;
                }
            }
        }
        return settled;
    }

    /** Returns which of these settled revisions are replaced, so that the database is in the midst of what others stand for. */
    Set<String> midst(Set<String> settled) {
        if (squashes.isEmpty()) {
            return Set.of();
        }
        Set<String> midst = new LinkedHashSet<>(settled);
        midst.retainAll(replacedBy.keySet());
        return midst;
    }

    /**
     * Returns the replaced revisions, and what they require, that lead out of the midst of them.
     *
     * @throws RevisionNotFoundException if one of them is not there any more
     */
    List<RevisionInfo> wayOut(Set<String> settled) {
        Set<Integer> wanted = new LinkedHashSet<>();
        for (String id : midst(settled)) {
            for (String other : squash(id).replaces()) {
                if (!settled.contains(other)) {
                    wanted.add(place(other, id, settled));
                }
            }
        }
        BitSet way = whole.ancestors(wanted);
        List<RevisionInfo> wayOut = new ArrayList<>();
        for (int place : whole.order()) {
            if (way.get(place) && !settled.contains(whole.at(place).id())) {
                wayOut.add(whole.at(place));
            }
        }
        return wayOut;
    }

    private RevisionInfo squash(String id) {
        RevisionInfo squash = replacedBy.get(id);
        if (squash == null) {
            throw new IllegalArgumentException(id + " is not replaced");
        }
        return squash;
    }

    private int place(String id, String applied, Set<String> settled) {
        Integer place = whole.placeOf(id);
        if (place == null) {
            RevisionInfo squash = squash(applied);
            List<String> there =
                    squash.replaces().stream().filter(settled::contains).toList();
            throw new RevisionNotFoundException(
                    id,
                    squash.describe() + " replaces " + String.join(", ", squash.replaces())
                            + ", of which the database has only " + String.join(", ", there)
                            + ", and the others are no longer in the code. Nothing was run. Bring the database to the last of"
                            + " them with the code that still has them, then use this.");
        }
        return place;
    }
}
