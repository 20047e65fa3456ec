package dev.headway.graph;

import java.util.List;

/**
 * Steps in the order in which they run. An upgrade starts with parents and dependencies, a downgrade ends with them.
 *
 * @param steps the steps, each revision at most once
 * @since 0.1
 */
public record Plan(List<Step> steps) {
    /** Copies the steps. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Returns whether there are no steps. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
