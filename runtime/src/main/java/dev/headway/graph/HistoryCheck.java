package dev.headway.graph;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds the faults of a history: the annotation processor reports them as compile errors, and a {@link RevisionGraph} refuses
 * them.
 *
 * @since 0.1
 */
public final class HistoryCheck {
    private static final List<HistoryRule> RULES = List.of(
            new IdRule(),
            new DatabaseRule(),
            new ReferenceRule(),
            new LabelRule(),
            new ReplacementRule(),
            new ReplacementCycleRule(),
            new CycleRule(),
            new ParentRule());

    private HistoryCheck() {}

    /**
     * Returns every fault of these revisions, by rule and then in the order of the revisions. The list is empty if they form
     * a valid graph. The time is linear in the number of revisions and references, except that a revision with several
     * parents also takes a walk down to their common ancestor.
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
