package dev.headway.engine;

import dev.headway.dialect.Dialect;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

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
    public Set<String> on(Handle handle, Dialect dialect, Applied applied) {
        Set<String> after = stamped.apply(applied);
        Set<String> gone = new LinkedHashSet<>(applied.ids());
        gone.removeAll(after);
        List<RevisionInfo> changed = applied.changed(graph.revisions());
        StepLog log = new StepLog(handle, Executor.ofThisProcess());
        handle.useTransaction(transaction -> {
            for (String revision : gone) {
                HistoryTable.remove(transaction, revision);
                log.stamped(revision, false);
            }
            for (RevisionInfo revision : graph.revisions()) {
                if (after.contains(revision.id()) && !applied.ids().contains(revision.id())) {
                    HistoryTable.add(transaction, revision);
                    log.stamped(revision.id(), true);
                }
            }
            for (RevisionInfo revision : changed) {
                if (after.contains(revision.id())) {
                    HistoryTable.accept(transaction, revision);
                    log.stamped(revision.id(), true);
                }
            }
        });
        return after;
    }
}
