package dev.headway.graph;

import java.util.List;

/**
 * Steps in an order in which they can run: parents and dependencies first on the way up, last on the way down.
 *
 * @param steps the steps, each revision at most once
 */
public record Plan(List<Step> steps) {
    /** Copies the steps. */
    public Plan {
        steps = List.copyOf(steps);
    }

    /** Returns whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
