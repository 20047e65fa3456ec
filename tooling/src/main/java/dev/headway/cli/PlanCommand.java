package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.error.CommandException;
import dev.headway.graph.PartialRevision;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "plan",
        description = "Show the steps of an upgrade, or of a downgrade with --down, without running them.")
final class PlanCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            arity = "0..1",
            converter = IdentifierConverter.class,
            description = "The target; head by default, required for a downgrade.")
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
        List<PartialRevision> partial = migrator.partial();
        if (root.json()) {
            root.printJson(StepJson.of(plan, partial));
            return;
        }
        for (PartialRevision revision : partial) {
            root.out()
                    .println(
                            "Revision " + root.terminal().id(revision.revision()) + " is " + revision.describe() + ".");
        }
        for (Step step : plan.steps()) {
            root.out().println("Would run " + RevisionLines.describe(step, root.terminal()));
        }
        if (plan.isEmpty() && partial.isEmpty()) {
            root.report("Nothing to do.");
        }
    }
}
