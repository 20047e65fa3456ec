package dev.headway.cli;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", description = "Show revisions in detail.")
final class ShowCommand implements Runnable {
    private final RootCommand root;

    @Parameters(
            paramLabel = "REVISION",
            converter = IdentifierConverter.class,
            description = "The revision: head, heads, an id, ledger@head, or current, which reads the database.")
    private String revision = "";

    ShowCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        RevisionLines lines;
        List<RevisionInfo> revisions;
        if (revision.contains("current")) {
            lines = root.lines(root.reader());
            revisions = lines.graph().resolve(revision, lines.applied());
        } else {
            RevisionGraph graph = root.project().history().graph();
            lines = root.lines(graph);
            revisions = graph.resolve(revision);
        }
        if (root.json()) {
            root.printJson(revisions.stream().map(lines::json).toList());
            return;
        }
        revisions.forEach(each -> root.out().println(lines.whole(each)));
    }
}
