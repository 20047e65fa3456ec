package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Parents and dependencies are other revisions of the history, and each is named once. */
final class ReferenceRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        for (RevisionInfo revision : lineage.revisions()) {
            check(lineage, revision, Attribute.DOWN, revision.down(), faults);
            check(lineage, revision, Attribute.DEPENDS_ON, revision.dependsOn(), faults);
        }
    }

    private static void check(
            Lineage lineage,
            RevisionInfo revision,
            Attribute attribute,
            List<String> references,
            List<HistoryFault> faults) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < references.size(); i++) {
            String reference = references.get(i);
            if (!seen.add(reference)) {
                faults.add(new HistoryFault(
                        Kind.REPEATED_REFERENCE,
                        revision,
                        attribute,
                        i,
                        revision.describe() + " names " + named(lineage, reference) + " twice in '"
                                + attribute.javaName() + "'. Name it once."));
            } else if (reference.equals(revision.id())) {
                faults.add(new HistoryFault(
                        Kind.SELF_REFERENCE,
                        revision,
                        attribute,
                        i,
                        revision.describe() + " names itself in '" + attribute.javaName()
                                + "'. Name the revision that comes before it, or omit '" + attribute.javaName()
                                + "'."));
            } else if (lineage.placeOf(reference) == null) {
                faults.add(new HistoryFault(
                        Kind.UNKNOWN_REVISION,
                        revision,
                        attribute,
                        i,
                        revision.describe() + " names '" + reference + "' in '" + attribute.javaName()
                                + "', but no revision has this id. Check whether a jar is missing from the class path, or is"
                                + " older than the one at compile time."));
            }
        }
    }

    private static String named(Lineage lineage, String id) {
        Integer place = lineage.placeOf(id);
        return place == null ? id : lineage.at(place).describe();
    }
}
