package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.error.CommandException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.autogenerate.Autogenerate;
import dev.headway.internal.tooling.diff.Rename;
import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.internal.tooling.project.PreparedSquash;
import dev.headway.internal.tooling.project.Project;
import dev.headway.internal.tooling.project.SquashRange;
import dev.headway.internal.tooling.squash.Omission;
import dev.headway.internal.tooling.squash.Squash;
import dev.headway.internal.tooling.squash.Squash.Squashed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "squash", description = "Write one revision that replaces a range of revisions.")
final class SquashCommand implements Runnable {
    private static final String CURRENT = "current";

    private final RootCommand root;

    @Parameters(
            paramLabel = "RANGE",
            converter = IdentifierConverter.class,
            description = "The revisions to replace, both ends included: a:b, or :b from the base.")
    private String range = "";

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "The message; the class is named after it.")
    private @Nullable String message;

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
    private @Nullable String id;

    @Option(names = "--rows-by-hand", paramLabel = "TABLE", description = "A table whose rows you insert by hand.")
    private List<String> rowsByHand = new ArrayList<>();

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A rename by raw SQL in the range: account.nick=nickname, or a table account=customer.")
    private List<String> renames = new ArrayList<>();

    SquashCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        Project project = root.project();
        RevisionGraph graph = project.history().graph();
        requireNotReplaced(graph);
        SquashRange squashed = SquashRange.of(graph, members(graph));
        Migrator migrator = Autogenerate.scratch(root.configuration());
        requireCompiled(migrator.graph(), squashed);
        NewRevision revision = new NewRevision(
                        id == null ? Project.newId() : id,
                        message == null
                                ? "squash " + squashed.members().size() + " revisions up to "
                                        + squashed.end().id()
                                : message,
                        squashed.down(),
                        squashed.dependsOn(),
                        squashed.branches(),
                        true)
                .replacing(squashed.members());
        PreparedSquash prepared = project.prepareSquash(revision);
        Squashed found = new Squash(
                        migrator,
                        squashed,
                        Set.copyOf(rowsByHand),
                        renames.stream().map(Rename::parse).toList())
                .find();
        report(found, squashed);
        List<Path> files = prepared.write(revision.doing(found.body()));
        if (root.json()) {
            root.printJson(Map.of(
                    "revision", revision.id(),
                    "files", files.stream().map(file -> shown(project, file)).toList(),
                    "leftOut", found.omissions().stream().map(Omission::line).toList(),
                    "likelyRenames",
                            found.likelyRenames().stream().map(Rename::written).toList(),
                    "rowsNotRestored", found.notRestored()));
            return;
        }
        RevisionFileReport.report(root, project, revision, files.get(0));
        files.stream()
                .skip(1)
                .forEach(file -> root.report("Changed " + shown(project, file) + ", which comes after it now"));
        root.report("Leave the classes that it replaces until no database is in the midst of them.");
    }

    private static String shown(Project project, Path file) {
        return project.directory().relativize(file).toString();
    }

    private List<RevisionInfo> members(RevisionGraph graph) {
        return range.contains(CURRENT)
                ? graph.range(range, root.lines(root.reader()).applied())
                : graph.range(range);
    }

    private void requireNotReplaced(RevisionGraph graph) {
        for (RevisionInfo replaced : graph.replaced()) {
            if (Stream.of(range.split(":", -1)).anyMatch(replaced.id()::equals)) {
                String by = graph.revisions().stream()
                        .filter(each -> each.replaces().contains(replaced.id()))
                        .map(RevisionInfo::describe)
                        .collect(Collectors.joining());
                throw new CommandException(replaced.describe() + " is replaced already"
                        + (by.isEmpty() ? "" : ", by " + by) + ". Nothing was written. Name that one instead.");
            }
        }
    }

    /** What runs in a scratch schema is what was compiled. */
    private static void requireCompiled(RevisionGraph compiled, SquashRange range) {
        for (RevisionInfo source :
                Stream.concat(range.before().stream(), range.members().stream()).toList()) {
            boolean same = compiled.find(source.id())
                    .filter(each -> new HashSet<>(each.down()).equals(new HashSet<>(source.down()))
                            && new HashSet<>(each.dependsOn()).equals(new HashSet<>(source.dependsOn())))
                    .isPresent();
            if (!same) {
                throw new CommandException(source.describe() + " is not compiled as it is written, and what is"
                        + " compiled is what runs to find what it does. Nothing was written. Compile it first.");
            }
        }
    }

    private void report(Squashed found, SquashRange range) {
        found.omissions().forEach(each -> root.report(each.line()));
        if (!found.omissions().isEmpty()) {
            root.report(
                    range.beginsTheHistory()
                            ? "A fresh database gets the same tables and rows without these. Look whether they do more."
                            : "Databases where the range begins may have rows that these would have changed. Write what"
                                    + " they need into the class.");
        }
        found.likelyRenames().forEach(rename -> root.report("If it was renamed, use --rename=" + rename.written()));
        found.notRestored()
                .forEach(table -> root.report("The downgrade does not bring back the rows of " + table + "."));
    }
}
