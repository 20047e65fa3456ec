package dev.headway.cli;

import dev.headway.graph.PartialRevision;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A step for {@code --json}; the names of its components are the names there. */
record StepJson(
        String revision,
        String direction,
        String message,
        @Nullable String partial) {

    static List<StepJson> of(Plan plan) {
        return of(plan, List.of());
    }

    /** Returns the steps, and the states of the revisions that were applied or reverted in part. */
    static List<StepJson> of(Plan plan, List<PartialRevision> partial) {
        Map<String, String> states = new HashMap<>();
        partial.forEach(revision -> states.put(revision.revision(), revision.describe()));
        return plan.steps().stream()
                .map(step -> of(step, states.get(step.revision().id())))
                .toList();
    }

    private static StepJson of(Step step, @Nullable String partial) {
        return new StepJson(
                step.revision().id(),
                step.direction().name().toLowerCase(Locale.ROOT),
                step.revision().message(),
                partial);
    }
}
