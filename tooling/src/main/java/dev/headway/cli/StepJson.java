package dev.headway.cli;

import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import java.util.List;
import java.util.Locale;

/** A step for {@code --json}; the names of its components are the names there. */
record StepJson(String revision, String direction, String message) {

    static List<StepJson> of(Plan plan) {
        return plan.steps().stream().map(StepJson::of).toList();
    }

    private static StepJson of(Step step) {
        return new StepJson(
                step.revision().id(),
                step.direction().name().toLowerCase(Locale.ROOT),
                step.revision().message());
    }
}
