package dev.headway.processor;

import dev.headway.graph.HistoryCheck;
import dev.headway.graph.HistoryFault;
import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Finds what is wrong with the revisions, whatever may still come: what is wrong now stays wrong. */
final class Check {
    /** The graph joins revisions by their ids: where two share one, these may be faults of none. */
    private static final Set<Kind> FOLLOWS_FROM_DUPLICATES = EnumSet.of(
            Kind.SELF_REFERENCE, Kind.REPEATED_REFERENCE, Kind.CYCLE, Kind.DEPENDENCY_CYCLE, Kind.REDUNDANT_PARENT);

    private Check() {}

    static List<Finding> of(Revisions revisions) {
        List<Finding> findings = new ArrayList<>();
        for (Declared declared : revisions.own()) {
            for (Problem flaw : declared.flaws()) {
                findings.add(Finding.error(flaw, declared.type(), declared.type()));
            }
        }
        List<HistoryFault> faults = HistoryCheck.faults(revisions.infos());
        boolean ambiguous = faults.stream().anyMatch(fault -> fault.kind() == Kind.DUPLICATE_ID);
        for (HistoryFault fault : faults) {
            if (!ambiguous || !FOLLOWS_FROM_DUPLICATES.contains(fault.kind())) {
                findings.add(
                        fault.kind() == Kind.UNKNOWN_REVISION
                                ? notARevision(
                                        fault, revisions.get(fault.revision().type()))
                                : Finding.error(fault));
            }
        }
        return findings;
    }

    private static Finding notARevision(HistoryFault fault, Declared declared) {
        List<String> names = fault.attribute() == Attribute.DOWN ? declared.down() : declared.dependsOn();
        return Finding.at(
                Problem.NOT_A_REVISION,
                declared.type(),
                fault.attribute(),
                fault.index(),
                declared.type(),
                names.get(fault.index()),
                fault.attribute().javaName());
    }
}
