package dev.headway.cli;

import dev.headway.error.CommandException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.internal.tooling.project.Project;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "merge", description = "Write a revision that joins heads.")
final class MergeCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            arity = "1..*",
            converter = IdentifierConverter.class,
            description = "The revisions to join: heads, or ids.")
    private List<String> revisions = new ArrayList<>();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "MESSAGE",
            description = "The message; the class is named after it.")
    private @Nullable String message;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A label for the branch that begins with it.")
    private List<String> branchLabels = new ArrayList<>();

    @Option(names = "--rev-id", paramLabel = "ID", description = "Its id, instead of a random one.")
    private @Nullable String id;

    MergeCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        Project project = root.project();
        RevisionGraph graph = project.history().graph();
        Set<RevisionInfo> down = new LinkedHashSet<>();
        for (String each : revisions) {
            down.addAll(each.equals("heads") ? graph.heads() : graph.resolve(each));
        }
        if (down.size() < 2) {
            throw new CommandException("There is nothing to merge: " + String.join(" ", revisions) + " names "
                    + (down.isEmpty()
                            ? "no revision"
                            : "only " + down.iterator().next().describe())
                    + ". Nothing was written.");
        }
        NewRevision merge = new NewRevision(
                id == null ? Project.newId() : id,
                message == null ? "merge " + ids(down) : message,
                List.copyOf(down),
                List.of(),
                branchLabels,
                false);
        RevisionFileReport.report(root, project, merge, project.write(merge));
    }

    private static String ids(Set<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(Collectors.joining(" and "));
    }
}
