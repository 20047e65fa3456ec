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
            if (!Names.wellFormed(id)) {
                faults.add(fault(
                        Kind.MALFORMED_ID,
                        revision,
                        "The id '" + id + "' of " + revision.type() + " is malformed: an id is " + Names.RULE
                                + " - for example '" + Names.mended(id) + "'."));
            } else if (Names.reserved(id)) {
                faults.add(fault(
                        Kind.RESERVED_ID,
                        revision,
                        "The id '" + id + "' of " + revision.type() + " is reserved: commands use it as a name of their"
                                + " own. Give the revision another id - for example '" + Names.mended(id) + "'."));
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
