package dev.headway.internal.engine.journal;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.engine.connection.HeadwayStatements;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Marks revisions as applied or not applied without running them, in the open transaction. */
public final class Stamp {
    private final RevisionGraph graph;
    private final HeadwayStatements statements;
    private final LogTable log;

    /** Stamps revisions of {@code graph}, and records that in {@code log}. */
    public Stamp(RevisionGraph graph, HeadwayStatements statements, LogTable log) {
        this.graph = graph;
        this.statements = statements;
        this.log = log;
    }

    /** Marks {@code after} as applied instead of {@code before}. */
    public void replace(Set<String> before, Set<String> after) {
        Set<String> removed = new LinkedHashSet<>(before);
        removed.removeAll(after);
        for (String revision : removed) {
            RevisionTable.remove(statements, revision);
            log.recordStamp(revision, false);
        }
        List<RevisionInfo> declared = new ArrayList<>(graph.replaced());
        declared.addAll(graph.revisions());
        for (RevisionInfo revision : declared) {
            if (after.contains(revision.id()) && !before.contains(revision.id())) {
                RevisionTable.add(statements, revision);
                log.recordStamp(revision.id(), true);
            }
        }
    }

    /** Records the current checksums of applied revisions that have changed. */
    public void acceptChanged(Collection<RevisionInfo> changed) {
        for (RevisionInfo revision : changed) {
            RevisionTable.updateChecksum(statements, revision);
            log.recordStamp(revision.id(), true);
        }
    }
}
