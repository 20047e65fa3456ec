package dev.headway.cli;

import dev.headway.graph.Plan;

/** Tells what a run has done, behind the lines that its steps had. */
final class Ran {
    private Ran() {}

    static void tell(Root root, Plan plan) {
        if (root.json()) {
            root.answer(StepAnswer.of(plan));
        } else if (plan.isEmpty()) {
            root.tell("Nothing to do.");
        }
    }
}
