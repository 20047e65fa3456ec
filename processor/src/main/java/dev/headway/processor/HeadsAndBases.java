package dev.headway.processor;

import static java.util.stream.Collectors.joining;

import dev.headway.graph.HistoryFault;
import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.List;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds histories with several heads or bases by mistake. Runs when no further revision can be added. */
final class HeadsAndBases {
    private final Diagnostic.@Nullable Kind severityOfHeads;

    /** Reports several heads with this severity; null allows them. */
    HeadsAndBases(Diagnostic.@Nullable Kind severityOfHeads) {
        this.severityOfHeads = severityOfHeads;
    }

    List<Finding> of(Revisions revisions) {
        List<Finding> findings = new ArrayList<>();
        for (List<RevisionInfo> history : revisions.histories()) {
            RevisionGraph graph = RevisionGraph.of(history);
            int before = findings.size();
            bases(graph, revisions, findings);
            if (findings.size() == before) {
                heads(graph, revisions, findings);
            }
        }
        return findings;
    }

    private void heads(RevisionGraph graph, Revisions revisions, List<Finding> findings) {
        List<RevisionInfo> heads = graph.heads().stream()
                .filter(head -> revisions.isOwn(head.type()))
                .toList();
        if (severityOfHeads == null || graph.areBranches(heads)) {
            return;
        }
        String classes = heads.stream().map(head -> simpleName(head) + ".class").collect(joining(", "));
        findings.add(new Finding(
                severityOfHeads,
                Problem.SEVERAL_HEADS.name(),
                Problem.SEVERAL_HEADS.text(heads.size(), names(heads), option(heads.get(0)), classes),
                shown(heads, revisions).type(),
                Attribute.DOWN,
                HistoryFault.WHOLE));
    }

    /** Returns the command line option for the database of a revision. */
    private static String option(RevisionInfo head) {
        return head.database().isEmpty() ? "" : "--database=" + head.database() + " ";
    }

    private static void bases(RevisionGraph graph, Revisions revisions, List<Finding> findings) {
        List<RevisionInfo> bases = graph.bases();
        List<RevisionInfo> unlabelled = bases.stream()
                .filter(base -> revisions.isOwn(base.type()) && base.branches().isEmpty())
                .toList();
        if (bases.size() > 1 && !unlabelled.isEmpty()) {
            RevisionInfo suspect = suspect(graph, revisions, unlabelled);
            findings.add(Finding.error(
                    Problem.SEVERAL_BASES, suspect.type(), bases.size(), names(bases), simpleName(suspect)));
        }
    }

    /** Returns the base that most likely lacks {@code down}: a new revision without parents and children. */
    private static RevisionInfo suspect(RevisionGraph graph, Revisions revisions, List<RevisionInfo> bases) {
        List<RevisionInfo> alone = new ArrayList<>(bases);
        alone.retainAll(graph.heads());
        return shown(alone.isEmpty() ? bases : alone, revisions);
    }

    /** Returns the last revision with a source that the compiler can mark; the last of all if there is none. */
    private static RevisionInfo shown(List<RevisionInfo> candidates, Revisions revisions) {
        RevisionInfo shown = candidates.get(candidates.size() - 1);
        for (RevisionInfo candidate : candidates) {
            if (revisions.isInSources(candidate.type())) {
                shown = candidate;
            }
        }
        return shown;
    }

    private static String names(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::describe).collect(joining(", "));
    }

    private static String simpleName(RevisionInfo revision) {
        return revision.type().substring(revision.type().lastIndexOf('.') + 1);
    }
}
