package dev.headway.cli;

import dev.headway.Migrator;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "history", description = "Show the revisions, the newest first.")
final class HistoryCommand implements Runnable {
    private final Root root;

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "RANGE",
            description = "Only these: a:b, a:, :b, -3:current, a:+2.")
    private @Nullable String range;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Ask the database, and mark where it is.")
    private boolean indicateCurrent;

    HistoryCommand(Root root) {
        this.root = root;
    }

    @Override
    public void run() {
        boolean asks = indicateCurrent || (range != null && range.contains("current"));
        RevisionLines lines;
        if (asks) {
            Migrator migrator = root.migrator();
            lines = root.lines(migrator);
        } else {
            lines = root.lines(root.project().history().graph());
        }
        List<RevisionInfo> newestFirst = new ArrayList<>(revisions(lines));
        Collections.reverse(newestFirst);
        if (root.json()) {
            root.answer(newestFirst.stream().map(lines::answer).toList());
            return;
        }
        newestFirst.forEach(
                revision -> root.out().println(root.verbose() ? lines.whole(revision) : lines.inHistory(revision)));
    }

    private List<RevisionInfo> revisions(RevisionLines lines) {
        if (range == null) {
            return lines.graph().revisions();
        }
        return range.contains("current")
                ? lines.graph().range(range, lines.applied())
                : lines.graph().range(range);
    }
}
