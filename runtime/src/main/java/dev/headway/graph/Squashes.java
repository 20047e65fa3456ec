package dev.headway.graph;

import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
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

    /**
     * Returns the applied revisions with each squash in place of the revisions that it replaces, if all of them are applied.
     */
    Set<String> effective(Set<String> applied) {
        if (squashes.isEmpty()) {
            return applied;
        }
        Set<String> effective = new LinkedHashSet<>(applied);
        boolean again = true;
        while (again) {
            again = false;
            for (RevisionInfo squash : squashes) {
                again |= !effective.contains(squash.id())
                        && covered(effective).containsAll(squash.replaces())
                        && effective.add(squash.id());
            }
        }
        for (RevisionInfo squash : squashes) {
            if (effective.contains(squash.id())) {
                effective.removeAll(content(squash));
            }
        }
        return effective;
    }

    /** Returns the squashes that are effective, but not recorded as applied. */
    List<RevisionInfo> newlyEffective(Set<String> applied) {
        Set<String> effective = effective(applied);
        return squashes.stream()
                .filter(squash -> effective.contains(squash.id()) && !applied.contains(squash.id()))
                .toList();
    }

    /** Returns the applied revisions, and all that the squashes among them replace. */
    private Set<String> covered(Set<String> applied) {
        Set<String> covered = new LinkedHashSet<>(applied);
        for (RevisionInfo squash : squashes) {
            if (applied.contains(squash.id())) {
                covered.addAll(content(squash));
            }
        }
        return covered;
    }

    /** Returns the revisions that a squash replaces, and those that they replace in turn. */
    Set<String> content(RevisionInfo squash) {
        Set<String> content = new LinkedHashSet<>();
        Deque<RevisionInfo> pending = new ArrayDeque<>(List.of(squash));
        while (!pending.isEmpty()) {
            for (String id : pending.remove().replaces()) {
                Integer place = whole.placeOf(id);
                if (content.add(id) && place != null) {
                    pending.add(whole.at(place));
                }
            }
        }
        return content;
    }

    /** Returns whether a squash replaces the revision with this id. */
    boolean isReplaced(String id) {
        return replacedBy.containsKey(id);
    }

    /** Returns the squash that no other one replaces and that contains this revision, or the id itself. */
    String outermost(String id) {
        RevisionInfo squash = replacedBy.get(id);
        return squash == null ? id : outermost(squash.id());
    }

    /** Returns the replaced revisions among these: the squashes that replace them are only partly applied. */
    Set<String> partlyReplaced(Set<String> effective) {
        if (squashes.isEmpty()) {
            return new LinkedHashSet<>();
        }
        Set<String> partlyReplaced = new LinkedHashSet<>(effective);
        partlyReplaced.retainAll(replacedBy.keySet());
        return partlyReplaced;
    }

    /**
     * Returns the replaced revisions, and their requirements, that complete partly applied squashes, each after its
     * requirements. A squash of which nothing is applied stands for the revisions that it replaces.
     *
     * @throws RevisionNotFoundException if one of them no longer exists
     */
    List<RevisionInfo> remaining(Set<String> effective, Collection<String> partlyApplied) {
        return new SquashCompletion(whole, replacedBy, covered(effective), this::content).of(partlyApplied);
    }
}
