package dev.headway.cli;

import dev.headway.error.CommandException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.autogenerate.Autogenerate;
import dev.headway.internal.tooling.autogenerate.Comparison;
import dev.headway.internal.tooling.diff.Rename;
import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.internal.tooling.project.Project;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "revision", description = "Write a new revision.")
final class RevisionCommand implements Runnable {
    private final RootCommand root;

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "The message; the class is named after it.")
    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description = "The parent, if not the head: ledger@head, heads to merge all heads, base for a new root.")
    private String head = "head";

    @Option(names = "--splice", description = "Allow a parent that is not a head.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A label for the branch that begins with it.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--depends-on", paramLabel = "REVISION", description = "A revision that must be applied first.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
    private @Nullable String id;

    @Option(names = "--no-downgrade", description = "Write no downgrade method; the downgrade is derived.")
    private boolean noDowngrade;

    @Option(
            names = "--autogenerate",
            description =
                    "Generate the differences between the database and headway.target, a class or an SQL file, or headway.target.url.")
    private boolean autogenerate;

    @Option(
            names = "--from-database",
            description = "Generate the current schema of the database, as the first revision of an existing database.")
    private boolean fromDatabase;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A rename, instead of a drop and an add: account.nick=nickname, or a table account=customer.")
    private List<String> renames = new ArrayList<>();

    @Option(names = "--allow-empty", description = "Write the revision even if there is no difference.")
    private boolean allowEmpty;

    @Option(names = "--strict-names", description = "Report constraints and indexes that differ only in their names.")
    private boolean strictNames;

    RevisionCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        Project project = root.project();
        RevisionGraph graph = project.history().graph();
        List<RevisionInfo> down = graph.resolve(head);
        if (!splice) {
            requireHeads(graph, down);
        }
        List<RevisionInfo> required =
                dependsOn.stream().flatMap(each -> graph.resolve(each).stream()).toList();
        NewRevision revision =
                new NewRevision(id == null ? Project.newId() : id, message, down, required, branchLabels, !noDowngrade);
        if (!autogenerate && !fromDatabase) {
            RevisionFileReport.report(root, project, revision, project.write(revision));
            return;
        }
        Comparison comparison = comparison(project);
        comparison.lines().forEach(line -> root.report("Detected " + line));
        comparison
                .found()
                .likelyRenames()
                .forEach(rename -> root.report("If it was renamed, use --rename=" + rename.written()));
        if (comparison.found().isEmpty()) {
            root.report("No new upgrade operations detected");
        }
        if (!comparison.found().isEmpty() || allowEmpty) {
            NewRevision found = revision.doing(comparison.body());
            RevisionFileReport.report(root, project, found, project.write(found));
            if (fromDatabase) {
                root.report("The database has it already. Compile it, then run stamp " + found.id() + ".");
            }
        }
    }

    private Comparison comparison(Project project) {
        if (autogenerate && fromDatabase) {
            throw new CommandException(
                    "--autogenerate and --from-database cannot be combined. Nothing was written. Use --autogenerate for the"
                            + " differences between the database and headway.target.");
        }
        List<Rename> known = renames.stream().map(Rename::parse).toList();
        Autogenerate generator = root.autogenerate(strictNames);
        if (fromDatabase) {
            requireEmptyHistory(project);
            return generator.fromNothing().renaming(known);
        }
        requireUpToDate();
        Comparison found = generator.withDatabase();
        return root.prompt()
                .map(prompt -> new RenamePrompts(prompt).confirmed(found, known))
                .orElseGet(() -> found.renaming(known));
    }

    private static void requireEmptyHistory(Project project) {
        if (!project.history().all().isEmpty()) {
            throw new CommandException(
                    "The project has revisions, so --from-database cannot write the first one. Nothing was"
                            + " written. Use --autogenerate for the differences between the database and headway.target.");
        }
    }

    private void requireUpToDate() {
        List<RevisionInfo> pending = root.reader().check().pending();
        if (!pending.isEmpty()) {
            throw new CommandException("Target database is not up to date, so the changes of pending revisions would be"
                    + " generated again. Nothing was written. Run headway upgrade heads first. Pending: "
                    + pending.stream().map(RevisionInfo::id).collect(Collectors.joining(", ")));
        }
    }

    private static void requireHeads(RevisionGraph graph, List<RevisionInfo> down) {
        List<RevisionInfo> heads = graph.heads();
        for (RevisionInfo parent : down) {
            if (!heads.contains(parent)) {
                throw new CommandException("Revision " + parent.describe() + " is not a head revision; please specify"
                        + " --splice to create a new branch from this revision. Nothing was written.");
            }
        }
    }
}
