package dev.headway.processor;

import static java.util.stream.Collectors.joining;

import dev.headway.graph.HistoryFault;
import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** Finds histories that end or begin more than once by mistake: known only when no further revision can come. */
final class EndsCheck {
    private final Diagnostic.@Nullable Kind severityOfHeads;

    /** Judges several heads with this severity; null allows them. */
    EndsCheck(Diagnostic.@Nullable Kind severityOfHeads) {
        this.severityOfHeads = severityOfHeads;
    }

    List<Finding> of(Revisions revisions) {
        RevisionGraph graph = RevisionGraph.of(revisions.infos());
        List<Finding> findings = new ArrayList<>();
        heads(graph, revisions, findings);
        bases(graph, revisions, findings);
        return findings;
    }

    private void heads(RevisionGraph graph, Revisions revisions, List<Finding> findings) {
        List<RevisionInfo> heads = graph.heads().stream()
                .filter(head -> revisions.isOwn(head.type()))
                .toList();
        if (severityOfHeads == null || heads.size() < 2 || eachHasALabelOfItsOwn(graph, heads)) {
            return;
        }
        String classes = heads.stream().map(head -> simpleName(head) + ".class").collect(joining(", "));
        findings.add(new Finding(
                severityOfHeads,
                Problem.SEVERAL_HEADS.name(),
                Problem.SEVERAL_HEADS.text(heads.size(), names(heads), classes),
                heads.get(heads.size() - 1).type(),
                Attribute.DOWN,
                HistoryFault.WHOLE));
    }

    private static boolean eachHasALabelOfItsOwn(RevisionGraph graph, List<RevisionInfo> heads) {
        for (RevisionInfo head : heads) {
            Set<String> labels = new HashSet<>(graph.labels(head));
            for (RevisionInfo other : heads) {
                if (!other.equals(head)) {
                    graph.labels(other).forEach(labels::remove);
                }
            }
            if (labels.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static void bases(RevisionGraph graph, Revisions revisions, List<Finding> findings) {
        List<RevisionInfo> bases = graph.bases();
        if (bases.size() < 2) {
            return;
        }
        List<RevisionInfo> unlabelled = bases.stream()
                .filter(base -> revisions.isOwn(base.type()) && base.branches().isEmpty())
                .toList();
        for (RevisionInfo base : unlabelled) {
            findings.add(
                    Finding.error(Problem.SEVERAL_BASES, base.type(), bases.size(), names(bases), simpleName(base)));
        }
    }

    private static String names(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::describe).collect(joining(", "));
    }

    private static String simpleName(RevisionInfo revision) {
        return revision.type().substring(revision.type().lastIndexOf('.') + 1);
    }
}
