package dev.headway.internal.engine;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.Stamp;
import java.util.List;
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
        Set<String> after = stamped(applied);
        List<RevisionInfo> changed = applied.changed(graph.revisions());
        changed.removeIf(revision -> !after.contains(revision.id()));
        Stamp stamp = new Stamp(graph, locked.session().statements(), locked.log());
        List<String> settled = locked.log().interrupted().keySet().stream()
                .filter(revision -> applied.ids().contains(revision) == after.contains(revision))
                .filter(revision -> after.contains(revision) || isMarkedAsNotApplied(revision))
                .toList();
        return locked.session().inTransaction(() -> {
            stamp.replace(applied.ids(), after);
            stamp.acceptChanged(changed);
            settled.forEach(revision -> locked.log().recordStamp(revision, after.contains(revision)));
            return after;
        });
    }

    /** A stamp states that the revisions after its targets are not applied, so nothing is left of an interrupted one. */
    private boolean isMarkedAsNotApplied(String revision) {
        if (purge || targets.contains("base")) {
            return true;
        }
        List<String> parents = graph.find(revision).map(RevisionInfo::down).orElse(List.of());
        return targets.stream()
                .flatMap(target -> graph.resolve(target).stream())
                .anyMatch(target -> parents.contains(target.id()));
    }

    private Set<String> stamped(AppliedRevisions applied) {
        if (!purge) {
            planner.requireKnown(applied);
        }
        return graph.stamp(purge ? Set.of() : applied.ids(), targets.toArray(String[]::new));
    }
}
