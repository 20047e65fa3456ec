package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Squashed revisions are named by well-formed ids, are gone from the history, and are replaced once. */
final class ReplacementRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        Map<String, RevisionInfo> replacedBy = new HashMap<>();
        for (RevisionInfo revision : lineage.revisions()) {
            for (int i = 0; i < revision.replaces().size(); i++) {
                String wrong = wrong(lineage, revision, revision.replaces().get(i), replacedBy);
                if (wrong != null) {
                    faults.add(new HistoryFault(Kind.BAD_REPLACEMENT, revision, Attribute.REPLACES, i, wrong));
                }
            }
        }
    }

    private static @Nullable String wrong(
            Lineage lineage, RevisionInfo revision, String id, Map<String, RevisionInfo> replacedBy) {
        Integer alive = lineage.placeOf(id);
        RevisionInfo other = replacedBy.putIfAbsent(id, revision);
        if (other != null) {
            return "'" + id + "' is replaced twice: by " + other.describe() + " and by " + revision.describe()
                    + ". Let one of them replace it.";
        }
        if (alive != null) {
            return revision.describe() + " replaces '" + id + "', which is still in the history as "
                    + lineage.at(alive).type() + ". Delete that class, or do not replace it.";
        }
        return Names.wellFormed(id)
                ? null
                : revision.describe() + " replaces '" + id + "', which is malformed: an id is " + Names.RULE + ".";
    }
}
