package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Says which revisions are applied, and that what their classes say is what was done, without running anything. */
final class StampWork implements Locked.Work<Set<String>> {
    private final RevisionGraph graph;
    private final Function<Applied, Set<String>> stamped;

    /** Makes the database have what {@code stamped} gives for what it has. */
    StampWork(RevisionGraph graph, Function<Applied, Set<String>> stamped) {
        this.graph = graph;
        this.stamped = stamped;
    }

    @Override
    public Set<String> on(Session session, DetectedDatabase database, Applied applied, StepLog log) {
        Set<String> after = stamped.apply(applied);
        List<RevisionInfo> changed = applied.changed(graph.revisions());
        changed.removeIf(revision -> !after.contains(revision.id()));
        Stamp stamp = new Stamp(graph, session.own(), log);
        return session.inTransaction(() -> {
            stamp.from(applied.ids(), after);
            stamp.accept(changed);
            return after;
        });
    }
}
