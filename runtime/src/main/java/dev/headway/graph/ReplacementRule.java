package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Replaced revisions have well-formed ids and are replaced once. No other revision requires those that still exist.
 */
final class ReplacementRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        Map<String, RevisionInfo> replacedBy = new HashMap<>();
        for (RevisionInfo revision : lineage.revisions()) {
            for (int i = 0; i < revision.replaces().size(); i++) {
                String wrong = wrong(revision, revision.replaces().get(i), replacedBy);
                if (wrong != null) {
                    faults.add(new HistoryFault(Kind.BAD_REPLACEMENT, revision, Attribute.REPLACES, i, wrong));
                }
            }
        }
        for (RevisionInfo revision : lineage.revisions()) {
            if (!replacedBy.isEmpty() && !replacedBy.containsKey(revision.id())) {
                requireToStay(revision, revision.down(), Attribute.DOWN, replacedBy, faults);
                requireToStay(revision, revision.dependsOn(), Attribute.DEPENDS_ON, replacedBy, faults);
            }
        }
    }

    private static @Nullable String wrong(RevisionInfo revision, String id, Map<String, RevisionInfo> replacedBy) {
        if (id.equals(revision.id())) {
            return revision.describe() + " replaces itself. Give it an id of its own.";
        }
        RevisionInfo other = replacedBy.putIfAbsent(id, revision);
        if (other != null) {
            return "'" + id + "' is replaced twice: by " + other.describe() + " and by " + revision.describe()
                    + ". Remove it from one of them.";
        }
        return RevisionNames.isWellFormed(id)
                ? null
                : revision.describe() + " replaces '" + id + "', which is malformed: an id is " + RevisionNames.RULE
                        + ".";
    }

    private static void requireToStay(
            RevisionInfo revision,
            List<String> references,
            Attribute attribute,
            Map<String, RevisionInfo> replacedBy,
            List<HistoryFault> faults) {
        for (int i = 0; i < references.size(); i++) {
            RevisionInfo squash = replacedBy.get(references.get(i));
            if (squash == null) {
                continue;
            }
            String wrong = squash.equals(revision)
                    ? revision.describe() + " comes after '" + references.get(i)
                            + "', which it replaces. Give it the parents of the first revision that it replaces."
                    : revision.describe() + " comes after '" + references.get(i) + "', which " + squash.describe()
                            + " replaces. Name that one instead.";
            faults.add(new HistoryFault(Kind.BAD_REPLACEMENT, revision, attribute, i, wrong));
        }
    }
}
