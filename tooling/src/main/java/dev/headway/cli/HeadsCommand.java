package dev.headway.cli;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "heads", description = "Show the heads of the history.")
final class HeadsCommand implements Runnable {
    private final RootCommand root;

    @Option(names = "--resolve-dependencies", description = "Omit heads that other heads depend on.")
    private boolean resolveDependencies;

    HeadsCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        RevisionGraph graph = root.project().history().graph();
        RevisionLines lines = root.lines(graph);
        List<RevisionInfo> heads = resolveDependencies ? graph.resolve("heads") : graph.heads();
        if (root.json()) {
            root.printJson(heads.stream().map(lines::json).toList());
            return;
        }
        heads.forEach(head -> root.out().println(root.verbose() ? lines.whole(head) : lines.withBranches(head)));
    }
}
