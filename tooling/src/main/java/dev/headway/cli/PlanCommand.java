package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.error.CommandException;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "plan", description = "Show what upgrade would do, or downgrade with --down.")
final class PlanCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            arity = "0..1",
            converter = IdentifierConverter.class,
            description = "Where to go; head if nothing is said, but a downgrade needs it said.")
    private @Nullable String revision;

    @Option(names = "--down", description = "Show a downgrade.")
    private boolean down;

    PlanCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        if (down && revision == null) {
            throw new CommandException("plan --down requires a target, as downgrade does: base, an id, -1.");
        }
        String target = revision == null ? "head" : revision;
        Migrator migrator = root.migrator();
        Plan plan = down ? migrator.planDowngrade(target) : migrator.plan(target);
        if (root.json()) {
            root.answer(StepJson.of(plan));
            return;
        }
        for (Step step : plan.steps()) {
            root.out().println("Would run " + RevisionLines.told(step, root.terminal()));
        }
        if (plan.isEmpty()) {
            root.tell("Nothing to do.");
        }
    }
}
