package dev.headway.cli;

import dev.headway.ConfigurationException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.project.NewRevision;
import dev.headway.project.Project;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "revision", description = "Write a new revision.")
final class RevisionCommand implements Runnable {
    private final Root root;

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

    RevisionCommand(Root root) {
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
        Written.tell(root, project, revision, project.write(revision));
    }

    private static void requireHeads(RevisionGraph graph, List<RevisionInfo> down) {
        List<RevisionInfo> heads = graph.heads();
        for (RevisionInfo parent : down) {
            if (!heads.contains(parent)) {
                throw new ConfigurationException(
                        "Revision " + parent.describe() + " is not a head revision; please specify"
                                + " --splice to create a new branch from this revision. Nothing was written.");
            }
        }
    }
}
