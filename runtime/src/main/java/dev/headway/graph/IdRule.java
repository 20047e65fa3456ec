package dev.headway.graph;

import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ids are well-formed, not reserved, and unique. */
final class IdRule implements HistoryRule {

    @Override
    public void check(Lineage lineage, List<HistoryFault> faults) {
        Map<String, RevisionInfo> first = new HashMap<>();
        for (RevisionInfo revision : lineage.revisions()) {
            String id = revision.id();
            if (!RevisionNames.isWellFormed(id)) {
                faults.add(fault(
                        Kind.MALFORMED_ID,
                        revision,
                        "The id '" + id + "' of " + revision.type() + " is malformed: an id is " + RevisionNames.RULE
                                + " - for example '" + RevisionNames.propose(id) + "'."));
            } else if (RevisionNames.isReserved(id)) {
                faults.add(fault(
                        Kind.RESERVED_ID,
                        revision,
                        "The id '" + id + "' of " + revision.type() + " is reserved: it has a meaning of its own"
                                + " in commands. Give the revision another id - for example '"
                                + RevisionNames.propose(id) + "'."));
            }
            RevisionInfo other = first.putIfAbsent(id, revision);
            if (other != null) {
                faults.add(fault(
                        Kind.DUPLICATE_ID,
                        revision,
                        "The id '" + id + "' is used twice: by " + other.type() + " and by " + revision.type()
                                + ". Give the newer of them an id of its own."));
            }
        }
    }

    private static HistoryFault fault(Kind kind, RevisionInfo revision, String message) {
        return HistoryFault.whole(kind, revision, Attribute.ID, message);
    }
}
