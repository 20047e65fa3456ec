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
            description = "What it does; its class is named so.")
    private String message = "";

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description =
                    "What it comes after, if not the head: ledger@head, heads to merge all, base for a new beginning.")
    private String head = "head";

    @Option(names = "--splice", description = "Let it come after a revision that is no head.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A label for the branch that begins with it.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--depends-on", paramLabel = "REVISION", description = "What must be applied first.")
    private List<String> dependsOn = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
    private @Nullable String id;

    @Option(names = "--no-downgrade", description = "Write no method for the downgrade, which is derived.")
    private boolean noDowngrade;

    @Option(
            names = "--autogenerate",
            description =
                    "Let it do what separates the database from headway.target, a class or a file of SQL, or headway.target.url.")
    private boolean autogenerate;

    @Option(
            names = "--from-database",
            description =
                    "Let it make what the database has now: the first revision of a database that is there already.")
    private boolean fromDatabase;

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description =
                    "What was renamed, not dropped and added: account.nick=nickname, or a table account=customer.")
    private List<String> renames = new ArrayList<>();

    @Option(names = "--allow-empty", description = "Write it though there is no difference.")
    private boolean allowEmpty;

    @Option(
            names = "--strict-names",
            description = "Take constraints and indexes for different that differ in no more than their names.")
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
            RevisionFileReport.tell(root, project, revision, project.write(revision));
            return;
        }
        Comparison comparison = comparison(project);
        comparison.lines().forEach(line -> root.tell("Detected " + line));
        comparison
                .found()
                .likelyRenames()
                .forEach(rename -> root.tell("Perhaps it was renamed: say --rename=" + rename.written()));
        if (comparison.found().isEmpty()) {
            root.tell("No new upgrade operations detected");
        }
        if (!comparison.found().isEmpty() || allowEmpty) {
            NewRevision found = revision.doing(comparison.body());
            RevisionFileReport.tell(root, project, found, project.write(found));
            if (fromDatabase) {
                root.tell("The database has it already: compile it, then say stamp " + found.id() + ".");
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
