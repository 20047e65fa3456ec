package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Branch labels are well-formed, unique, and different from all ids. A squash may have the labels of the revisions that it replaces. */
final class LabelRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        Map<String, RevisionInfo> first = new HashMap<>();
        for (RevisionInfo revision : new Squashes(lineage).live()) {
            for (int i = 0; i < revision.branches().size(); i++) {
                String label = revision.branches().get(i);
                RevisionInfo other = first.putIfAbsent(label, revision);
                Integer named = lineage.placeOf(label);
                if (other != null) {
                    faults.add(fault(Kind.DUPLICATE_LABEL, revision, i, duplicate(label, other, revision)));
                } else if (named != null) {
                    faults.add(fault(
                            Kind.LABEL_IS_ID,
                            revision,
                            i,
                            "The branch label '" + label + "' of " + revision.describe() + " is also the id of "
                                    + lineage.at(named).describe() + ". Give the branch another label."));
                } else if (!RevisionNames.isWellFormed(label) || RevisionNames.isReserved(label)) {
                    faults.add(fault(
                            Kind.MALFORMED_LABEL,
                            revision,
                            i,
                            "The branch label '" + label + "' of " + revision.describe() + " is "
                                    + (RevisionNames.isReserved(label) ? "reserved" : "malformed") + ": a label is "
                                    + RevisionNames.RULE
                                    + " - for example '" + RevisionNames.propose(label) + "'."));
                }
            }
        }
    }

    private static String duplicate(String label, RevisionInfo other, RevisionInfo revision) {
        return "The branch label '" + label + "' is used twice: by " + other.describe() + " and by "
                + revision.describe()
                + ". Set a label only on the first revision of its branch; all revisions that follow"
                + " inherit it.";
    }

    private static HistoryFault fault(Kind kind, RevisionInfo revision, int index, String message) {
        return new HistoryFault(kind, revision, Attribute.BRANCH, index, message);
    }
}
