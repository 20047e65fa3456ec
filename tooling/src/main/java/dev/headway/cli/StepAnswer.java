package dev.headway.cli;

import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import java.util.List;
import java.util.Locale;

/** A step for {@code --json}; the names of its components are the names there. */
record StepAnswer(String revision, String direction, String message) {

    static List<StepAnswer> of(Plan plan) {
        return plan.steps().stream().map(StepAnswer::of).toList();
    }

    private static StepAnswer of(Step step) {
        return new StepAnswer(
                step.revision().id(),
                step.direction().name().toLowerCase(Locale.ROOT),
                step.revision().message());
    }
}
