package dev.headway.internal.engine;

import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.PreviousAttempt;
import dev.headway.internal.engine.journal.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Marks revisions as applied without running them, and accepts their current checksums. */
final class StampTask implements LockedTask<Set<String>> {
    private final RevisionGraph graph;
    private final RunPlanner planner;
    private final boolean purge;
    private final List<String> targets;

    StampTask(RevisionGraph graph, RunPlanner planner, boolean purge, List<String> targets) {
        this.graph = graph;
        this.planner = planner;
        this.purge = purge;
        this.targets = targets;
    }

    @Override
    public Set<String> run(LockedSession locked, AppliedRevisions applied) {
        Set<String> before = before(applied);
        Set<String> after = graph.stamp(before, targets.toArray(String[]::new));
        Set<String> stated = graph.stated(before, targets.toArray(String[]::new));
        Map<String, PreviousAttempt> interrupted = locked.log().interrupted();
        requireSquashesComplete(before, after, stated, interrupted.values());
        List<RevisionInfo> changed = changed(applied, after);
        Stamp stamp = new Stamp(graph, locked.session().statements(), locked.log());
        List<String> settled = interrupted.keySet().stream()
                .filter(revision -> applied.ids().contains(revision) == after.contains(revision))
                .filter(revision -> stated.contains(revision)
                        || (!after.contains(revision) && isMarkedAsNotApplied(revision, before)))
                .toList();
        return locked.session().inTransaction(() -> {
            stamp.replace(applied.ids(), after);
            stamp.acceptChanged(changed);
            settled.forEach(revision -> locked.log().recordStamp(revision, stated.contains(revision)));
            return after;
        });
    }

    private Set<String> before(AppliedRevisions applied) {
        if (!purge) {
            planner.requireKnown(applied);
            return applied.ids();
        }
        for (String target : targets) {
            if (graph.startsFromCurrent(target)) {
                throw RevisionNotFoundException.purgedCurrent(target);
            }
        }
        return Set.of();
    }

    /** Refuses to record a squash that no target requires, if a revision that it replaces was reverted in part. */
    private void requireSquashesComplete(
            Set<String> before, Set<String> after, Set<String> stated, Collection<PreviousAttempt> interrupted) {
        for (RevisionInfo squash : graph.newSquashes(before)) {
            if (after.contains(squash.id()) && !stated.contains(squash.id())) {
                PreviousAttempt.requireNone(interrupted, squash.id(), graph.contents(squash));
            }
        }
    }

    private List<RevisionInfo> changed(AppliedRevisions applied, Set<String> after) {
        List<RevisionInfo> declared = new ArrayList<>(graph.replaced());
        declared.addAll(graph.revisions());
        declared.removeIf(revision -> !after.contains(revision.id()));
        return applied.changed(declared);
    }

    /** A stamp states that the revisions after its targets are not applied, so nothing is left of an interrupted one. */
    private boolean isMarkedAsNotApplied(String revision, Set<String> before) {
        if (purge || targets.contains("base")) {
            return true;
        }
        Set<String> required = graph.findOrReplacement(revision)
                .map(found -> graph.stated(before, found.id()))
                .orElse(Set.of());
        return targets.stream()
                .filter(target -> !graph.stated(before, target).isEmpty())
                .flatMap(target -> graph.resolve(target, before).stream())
                .anyMatch(target -> required.contains(target.id()));
    }
}
