package dev.headway.graph;

import java.util.List;

/** A rule that a valid history follows. */
interface HistoryRule {

    /** Adds a fault for each violation of this rule, and none for violations of other rules. */
    void check(Lineage lineage, List<HistoryFault> faults);
}
