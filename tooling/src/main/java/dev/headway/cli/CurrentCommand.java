package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.graph.RevisionInfo;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

@Command(name = "current", description = "Show the current revisions of the database.")
final class CurrentCommand implements Callable<Integer> {
    private final RootCommand root;

    @Option(names = "--check-heads", description = "Fail if the database is not at all heads.")
    private boolean checkHeads;

    CurrentCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public Integer call() {
        Migrator migrator = root.migrator();
        RevisionLines lines = root.lines(migrator);
        List<RevisionInfo> current = migrator.current();
        if (root.json()) {
            root.printJson(Stream.concat(
                            current.stream(),
                            migrator.graph().revisions().stream()
                                    .filter(revision ->
                                            lines.partialState(revision) != null && !current.contains(revision)))
                    .map(lines::json)
                    .toList());
        } else {
            current.forEach(
                    revision -> root.out().println(root.verbose() ? lines.whole(revision) : lines.onePlace(revision)));
            lines.partial().forEach(root.out()::println);
        }
        if (checkHeads) {
            RootCommand.requireRevisions(migrator);
            migrator.requireUpToDate();
        }
        return ExitCode.OK;
    }
}
