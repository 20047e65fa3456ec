package dev.headway.cli;

import dev.headway.graph.Plan;

/** Tells what a run has done, behind the lines that its steps had. */
final class PlanReport {
    private PlanReport() {}

    static void tell(RootCommand root, Plan plan) {
        if (root.json()) {
            root.answer(StepJson.of(plan));
        } else if (plan.isEmpty()) {
            root.tell("Nothing to do.");
        }
    }
}
