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
        return locked.session().inTransaction(() -> {
            stamp.replace(applied.ids(), after);
            stamp.acceptChanged(changed);
            return after;
        });
    }

    private Set<String> stamped(AppliedRevisions applied) {
        if (!purge) {
            planner.requireKnown(applied);
        }
        return graph.stamp(purge ? Set.of() : applied.ids(), targets.toArray(String[]::new));
    }
}
