package dev.headway.graph;

import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Finds the revisions that complete partly applied squashes. No revision is selected if a squash that contains it is applied
 * or selected, so nothing runs twice.
 */
final class SquashCompletion {
    private final Lineage whole;
    private final Map<String, RevisionInfo> replacedBy;
    private final Set<String> covered;
    private final Function<RevisionInfo, Set<String>> content;
    private final List<RevisionInfo> selected = new ArrayList<>();
    private final Set<String> visited = new HashSet<>();

    /** Completes a database in which the {@code covered} revisions are applied, alone or as part of a squash. */
    SquashCompletion(
            Lineage whole,
            Map<String, RevisionInfo> replacedBy,
            Set<String> covered,
            Function<RevisionInfo, Set<String>> content) {
        this.whole = whole;
        this.replacedBy = replacedBy;
        this.covered = covered;
        this.content = content;
    }

    /** Returns the revisions to apply, each after its requirements. */
    List<RevisionInfo> of(Collection<String> squashes) {
        List<String> pending = new ArrayList<>(squashes);
        Collections.reverse(pending);
        Set<String> opened = new HashSet<>();
        while (!pending.isEmpty()) {
            String id = unit(pending.get(pending.size() - 1));
            if (covered.contains(id) || visited.contains(id)) {
                pending.remove(pending.size() - 1);
            } else if (opened.add(id)) {
                List<String> first = new ArrayList<>(before(revision(id)));
                Collections.reverse(first);
                pending.addAll(first);
            } else {
                pending.remove(pending.size() - 1);
                visited.add(id);
                if (!isPartlyApplied(revision(id))) {
                    selected.add(revision(id));
                }
            }
        }
        return selected;
    }

    /** Returns the outermost squash that contains the revision and of which nothing is applied, or the revision itself. */
    private String unit(String id) {
        String unit = id;
        for (RevisionInfo squash = replacedBy.get(id); squash != null; squash = replacedBy.get(squash.id())) {
            if (Collections.disjoint(content.apply(squash), covered)) {
                unit = squash.id();
            }
        }
        return unit;
    }

    private List<String> before(RevisionInfo revision) {
        List<String> before = new ArrayList<>(revision.down());
        before.addAll(revision.dependsOn());
        if (isPartlyApplied(revision)) {
            before.addAll(revision.replaces());
        }
        return before;
    }

    private boolean isPartlyApplied(RevisionInfo revision) {
        return !Collections.disjoint(content.apply(revision), covered);
    }

    private RevisionInfo revision(String id) {
        Integer place = whole.placeOf(id);
        if (place != null) {
            return whole.at(place);
        }
        RevisionInfo squash = replacedBy.get(id);
        if (squash == null) {
            throw new IllegalArgumentException(id + " is not replaced");
        }
        throw new RevisionNotFoundException(
                id,
                squash.describe() + " replaces " + String.join(", ", squash.replaces())
                        + ", of which the database has only " + String.join(", ", present(squash))
                        + ", and " + deleted(squash)
                        + " no longer in the code. Nothing was run. Upgrade the database to the last of"
                        + " them with a version of the code that still has them, then use this one.");
    }

    private List<String> present(RevisionInfo squash) {
        return squash.replaces().stream().filter(covered::contains).toList();
    }

    private String deleted(RevisionInfo squash) {
        List<String> missing =
                squash.replaces().stream().filter(id -> !covered.contains(id)).toList();
        List<String> deleted =
                missing.stream().filter(id -> whole.placeOf(id) == null).toList();
        if (deleted.size() == missing.size()) {
            return "the others are";
        }
        return String.join(", ", deleted) + (deleted.size() == 1 ? " is" : " are");
    }
}
