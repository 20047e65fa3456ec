package dev.headway.internal.engine;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** Changes which revisions count as applied, and notes that, in the transaction that is open. */
final class Stamp {
    private final RevisionGraph graph;
    private final OwnStatements own;
    private final StepLog log;

    Stamp(RevisionGraph graph, OwnStatements own, StepLog log) {
        this.graph = graph;
        this.own = own;
        this.log = log;
    }

    /** Makes {@code after} count as applied instead of {@code before}. */
    void from(Set<String> before, Set<String> after) {
        Set<String> gone = new LinkedHashSet<>(before);
        gone.removeAll(after);
        for (String revision : gone) {
            HistoryTable.remove(own, revision);
            log.stamped(revision, false);
        }
        for (RevisionInfo revision : graph.revisions()) {
            if (after.contains(revision.id()) && !before.contains(revision.id())) {
                HistoryTable.add(own, revision);
                log.stamped(revision.id(), true);
            }
        }
    }

    /** Notes that what these applied revisions say now is what they did. */
    void accept(Collection<RevisionInfo> changed) {
        for (RevisionInfo revision : changed) {
            HistoryTable.accept(own, revision);
            log.stamped(revision.id(), true);
        }
    }
}
