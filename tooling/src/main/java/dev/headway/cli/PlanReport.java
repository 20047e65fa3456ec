package dev.headway.cli;

import dev.headway.graph.Plan;

/** Reports the result of a run, after the lines of its steps. */
final class PlanReport {
    private PlanReport() {}

    static void report(RootCommand root, Plan plan) {
        if (root.json()) {
            root.printJson(StepJson.of(plan));
        } else if (plan.isEmpty()) {
            root.report("Nothing to do.");
        }
    }
}
