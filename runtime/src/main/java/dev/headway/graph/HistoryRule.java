package dev.headway.graph;

import java.util.List;

/** One rule that a sound history keeps. */
interface HistoryRule {

    /** Adds a fault for each breach of this rule; stays silent about the breaches of others. */
    void check(Lineage lineage, List<HistoryFault> faults);
}
