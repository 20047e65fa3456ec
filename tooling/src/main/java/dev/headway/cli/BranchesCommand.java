package dev.headway.cli;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "branches", description = "Show the revisions at which the history branches.")
final class BranchesCommand implements Runnable {
    private final RootCommand root;

    BranchesCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        RevisionGraph graph = root.project().history().graph();
        RevisionLines lines = root.lines(graph);
        List<RevisionInfo> branchPoints = graph.revisions().stream()
                .filter(revision -> lines.children(revision).size() > 1)
                .toList();
        if (root.json()) {
            root.printJson(branchPoints.stream()
                    .map(revision -> new Fork(revision.id(), lines.children(revision)))
                    .toList());
            return;
        }
        for (RevisionInfo branchPoint : branchPoints) {
            root.out().println(root.verbose() ? lines.whole(branchPoint) : lines.withForks(branchPoint));
            for (String child : lines.children(branchPoint)) {
                RevisionInfo into = graph.find(child).orElseThrow();
                root.out()
                        .println(" ".repeat(branchPoint.id().length()) + " -> " + lines.withForks(into)
                                + (root.verbose() ? ", " + into.message() : ""));
            }
        }
    }

    private record Fork(String revision, List<String> into) {}
}
