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
 * Revisions that replace others. The replaced revisions may be deleted from the code, or kept for databases that have applied
 * only some of them.
 */
final class Squashes {
    private final Lineage whole;
    private final Map<String, RevisionInfo> replacedBy = new HashMap<>();
    private final List<RevisionInfo> squashes = new ArrayList<>();

    /** Reads a history with all revisions, replaced or not. */
    Squashes(Lineage whole) {
        this.whole = whole;
        for (RevisionInfo revision : whole.revisions()) {
            if (!revision.replaces().isEmpty()) {
                squashes.add(revision);
                revision.replaces().forEach(id -> replacedBy.put(id, revision));
            }
        }
    }

    /** Returns the revisions that are not replaced, in the order of declaration. */
    Collection<RevisionInfo> live() {
        return replacedBy.isEmpty()
                ? whole.revisions()
                : whole.revisions().stream()
                        .filter(revision -> !replacedBy.containsKey(revision.id()))
                        .toList();
    }

    /** Returns the replaced revisions that still exist, each after its parents and dependencies. */
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

    /** Returns the applied revisions with each squash in place of the revisions that it replaces, if all of them are applied. */
    Set<String> effective(Set<String> applied) {
        if (squashes.isEmpty()) {
            return applied;
        }
        Set<String> effective = new LinkedHashSet<>(applied);
        boolean again = true;
        while (again) {
            again = false;
            for (RevisionInfo squash : squashes) {
                if (effective.containsAll(squash.replaces())) {
                    squash.replaces().forEach(effective::remove);
                    effective.add(squash.id());
                    again = true;
                }
            }
        }
        return effective;
    }

    /** Returns the replaced revisions among these: the squashes that replace them are only partly applied. */
    Set<String> partlyReplaced(Set<String> effective) {
        if (squashes.isEmpty()) {
            return Set.of();
        }
        Set<String> partlyReplaced = new LinkedHashSet<>(effective);
        partlyReplaced.retainAll(replacedBy.keySet());
        return partlyReplaced;
    }

    /**
     * Returns the replaced revisions, and their requirements, that complete the partly applied squashes.
     *
     * @throws RevisionNotFoundException if one of them no longer exists
     */
    List<RevisionInfo> remaining(Set<String> effective) {
        Set<Integer> wanted = new LinkedHashSet<>();
        for (String id : partlyReplaced(effective)) {
            for (String other : squash(id).replaces()) {
                if (!effective.contains(other)) {
                    wanted.add(place(other, id, effective));
                }
            }
        }
        BitSet way = whole.ancestors(wanted);
        List<RevisionInfo> remaining = new ArrayList<>();
        for (int place : whole.order()) {
            if (way.get(place) && !effective.contains(whole.at(place).id())) {
                remaining.add(whole.at(place));
            }
        }
        return remaining;
    }

    private RevisionInfo squash(String id) {
        RevisionInfo squash = replacedBy.get(id);
        if (squash == null) {
            throw new IllegalArgumentException(id + " is not replaced");
        }
        return squash;
    }

    private int place(String id, String applied, Set<String> effective) {
        Integer place = whole.placeOf(id);
        if (place == null) {
            RevisionInfo squash = squash(applied);
            List<String> present =
                    squash.replaces().stream().filter(effective::contains).toList();
            throw new RevisionNotFoundException(
                    id,
                    squash.describe() + " replaces " + String.join(", ", squash.replaces())
                            + ", of which the database has only " + String.join(", ", present)
                            + ", and the others are no longer in the code. Nothing was run. Upgrade the database to the last of"
                            + " them with a version of the code that still has them, then use this one.");
        }
        return place;
    }
}
