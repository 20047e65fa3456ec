package dev.headway.processor;

import dev.headway.graph.HistoryCheck;
import dev.headway.graph.HistoryFault;
import dev.headway.graph.HistoryFault.Attribute;
import dev.headway.graph.HistoryFault.Kind;
import java.util.ArrayList;
import java.util.List;

/** Finds what is wrong with the revisions, whatever may still come: what is wrong now stays wrong. */
final class Check {
    private Check() {}

    static List<Finding> of(Revisions revisions) {
        List<Finding> findings = new ArrayList<>();
        for (Declared declared : revisions.own()) {
            for (Problem flaw : declared.flaws()) {
                findings.add(Finding.error(flaw, declared.type(), declared.type()));
            }
        }
        for (HistoryFault fault : HistoryCheck.faults(revisions.infos())) {
            if (revisions.isOwn(fault.revision().type())) {
                findings.add(
                        fault.kind() == Kind.UNKNOWN_REVISION
                                ? notARevision(
                                        fault, revisions.own(fault.revision().type()))
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
