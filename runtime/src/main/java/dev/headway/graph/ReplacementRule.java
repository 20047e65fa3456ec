package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Squashed revisions are named by well-formed ids and replaced once. Those that are still there come after each other, and
 * nothing that stays comes after them.
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
        RevisionInfo other = replacedBy.putIfAbsent(id, revision);
        if (other != null) {
            return "'" + id + "' is replaced twice: by " + other.describe() + " and by " + revision.describe()
                    + ". Let one of them replace it.";
        }
        if (id.equals(revision.id())) {
            return revision.describe() + " replaces itself. Give it an id of its own.";
        }
        return Names.wellFormed(id)
                ? null
                : revision.describe() + " replaces '" + id + "', which is malformed: an id is " + Names.RULE + ".";
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
                            + "', which it replaces. Let it come after what the first of the replaced ones comes after."
                    : revision.describe() + " comes after '" + references.get(i) + "', which " + squash.describe()
                            + " replaces. Let it come after that one.";
            faults.add(new HistoryFault(Kind.BAD_REPLACEMENT, revision, attribute, i, wrong));
        }
    }
}
