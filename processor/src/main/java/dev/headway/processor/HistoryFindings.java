package dev.headway.processor;

import dev.headway.graph.HistoryCheck;
import dev.headway.graph.HistoryFault;
import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds errors that no further revision can fix. */
final class HistoryFindings {
    /** The graph refers to revisions by id, so if two share an id, these faults may be false. */
    private static final Set<Kind> FOLLOWS_FROM_DUPLICATES = EnumSet.of(
            Kind.SELF_REFERENCE, Kind.REPEATED_REFERENCE, Kind.CYCLE, Kind.DEPENDENCY_CYCLE, Kind.REDUNDANT_PARENT);

    private HistoryFindings() {}

    static List<Finding> of(Revisions revisions) {
        List<Finding> findings = new ArrayList<>();
        for (DeclaredRevision declared : revisions.own()) {
            for (Problem flaw : declared.flaws()) {
                findings.add(Finding.error(flaw, declared.type(), declared.type()));
            }
        }
        revisions.histories().forEach(history -> findings.addAll(of(history, revisions)));
        return findings;
    }

    private static List<Finding> of(List<RevisionInfo> history, Revisions revisions) {
        List<Finding> findings = new ArrayList<>();
        List<HistoryFault> faults = HistoryCheck.faults(history);
        boolean ambiguous = faults.stream().anyMatch(fault -> fault.kind() == Kind.DUPLICATE_ID);
        for (HistoryFault fault : faults) {
            if (!ambiguous || !FOLLOWS_FROM_DUPLICATES.contains(fault.kind())) {
                findings.add(
                        fault.kind() == Kind.UNKNOWN_REVISION ? notInHistory(fault, revisions) : Finding.error(fault));
            }
        }
        return findings;
    }

    private static Finding notInHistory(HistoryFault fault, Revisions revisions) {
        DeclaredRevision declared = revisions.get(fault.revision().type());
        List<String> names = fault.attribute() == Attribute.DOWN ? declared.down() : declared.dependsOn();
        String named = names.get(fault.index());
        if (revisions.has(named)) {
            return Finding.at(
                    Problem.OTHER_DATABASE,
                    declared.type(),
                    fault.attribute(),
                    fault.index(),
                    declared.type(),
                    database(declared),
                    named,
                    fault.attribute().javaName(),
                    database(revisions.get(named)));
        }
        return Finding.at(
                Problem.NOT_A_REVISION,
                declared.type(),
                fault.attribute(),
                fault.index(),
                declared.type(),
                named,
                fault.attribute().javaName());
    }

    private static String database(DeclaredRevision declared) {
        return declared.database().isEmpty() ? "the default database" : "the database '" + declared.database() + "'";
    }
}
