package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.graph.CheckResult;
import dev.headway.graph.PartialRevision;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.autogenerate.Autogenerate;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(name = "check", description = "Fail if the database is not up to date, or differs from the target.")
final class CheckCommand implements Callable<Integer> {
    private static final CheckResult AGREED = new CheckResult(List.of(), List.of(), List.of(), List.of());

    private final RootCommand root;

    @Option(
            names = "--models",
            description =
                    "Compare headway.target with the schema that all revisions create in a scratch schema, instead of the database.")
    private boolean models;

    @Option(names = "--strict-names", description = "Report constraints and indexes that differ only in their names.")
    private boolean strictNames;

    CheckCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Migrator migrator = models ? Autogenerate.scratch(root.configuration()) : root.migrator();
        RootCommand.requireRevisions(migrator);
        CheckResult verdict = models ? AGREED : migrator.check();
        List<String> differences = verdict.isUpToDate() ? differences() : List.of();
        if (root.json()) {
            root.printJson(Answer.of(verdict, differences));
        } else {
            verdict.requireUpToDate();
            differences.forEach(difference -> root.out().println("Detected " + difference));
            root.report(summary(differences));
        }
        return verdict.isUpToDate() && differences.isEmpty() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private List<String> differences() {
        Autogenerate generator = root.autogenerate(strictNames);
        if (models) {
            return generator.withRevisions().lines();
        }
        return generator.hasTarget() ? generator.withDatabase().lines() : List.of();
    }

    private String summary(List<String> differences) {
        if (!differences.isEmpty()) {
            return "New upgrade operations detected. Write them with headway revision --autogenerate -m \"…\".";
        }
        return models ? "The revisions match headway.target." : "The database is up to date.";
    }

    /** A revision that was applied or reverted in part, for {@code --json}. */
    private record Partial(String revision, String direction, int statements, boolean inDoubt, String state) {
        static Partial of(PartialRevision partial) {
            return new Partial(
                    partial.revision(),
                    partial.direction().name().toLowerCase(Locale.ROOT),
                    partial.statements(),
                    partial.isInDoubt(),
                    partial.describe());
        }
    }

    /** A verdict for {@code --json}; the names of its components are the names there. */
    private record Answer(
            boolean upToDate,
            List<String> pending,
            List<String> unknown,
            List<String> changed,
            List<String> heads,
            List<Partial> partial,
            List<String> differences) {
        static Answer of(CheckResult verdict, List<String> differences) {
            return new Answer(
                    verdict.isUpToDate() && differences.isEmpty(),
                    ids(verdict.pending()),
                    verdict.unknown(),
                    ids(verdict.changed()),
                    ids(verdict.heads()),
                    verdict.partial().stream().map(Partial::of).toList(),
                    differences);
        }

        private static List<String> ids(List<RevisionInfo> revisions) {
            return revisions.stream().map(RevisionInfo::id).toList();
        }
    }
}
