package dev.headway.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds all that is wrong with a set of revisions: what the annotation processor reports as compile errors, and what a
 * {@link RevisionGraph} refuses.
 */
public final class HistoryCheck {
    private static final List<HistoryRule> RULES = List.of(
            new IdRule(),
            new DatabaseRule(),
            new ReferenceRule(),
            new LabelRule(),
            new ReplacementRule(),
            new CycleRule(),
            new ParentRule());

    private HistoryCheck() {}

    /**
     * Returns every fault of these revisions, rule by rule, and within a rule in the order of the revisions; an empty
     * list means that they form a sound graph. Time is linear in the number of revisions and references, but for
     * revisions with several parents, whose histories are walked down to where they meet.
     */
    public static List<HistoryFault> faults(Collection<RevisionInfo> revisions) {
        Lineage lineage = new Lineage(revisions);
        List<HistoryFault> faults = new ArrayList<>();
        for (HistoryRule rule : RULES) {
            rule.check(lineage, faults);
        }
        return List.copyOf(faults);
    }
}
