package dev.headway.cli;

import dev.headway.progress.LogEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

@Command(name = "log", description = "Show all steps that were run on the database.")
final class LogCommand implements Runnable {
    private final RootCommand root;

    LogCommand(RootCommand root) {
        this.root = root;
    }

    @Override
    public void run() {
        List<LogEntry> entries = root.migrator().log();
        if (root.json()) {
            root.printJson(entries.stream().map(Answer::of).toList());
            return;
        }
        entries.forEach(entry -> root.out().println(line(entry)));
    }

    private String line(LogEntry entry) {
        String took = entry.endedAt()
                .map(end -> ", " + Duration.between(entry.startedAt(), end).toMillis() + " ms")
                .orElse("");
        String error = root.verbose()
                ? entry.error()
                        .map(text -> "\n    " + text.replace("\n", "\n    "))
                        .orElse("")
                : "";
        return entry.startedAt() + " " + entry.action().text() + " "
                + root.terminal().id(entry.revision()) + ": "
                + entry.outcome().text() + " (" + entry.statements()
                + (entry.statements() == 1 ? " statement" : " statements")
                + took + "), by " + entry.user() + " on " + entry.process() + error;
    }

    /** A row for {@code --json}; the names of its components are the names there. */
    private record Answer(
            long id,
            String revision,
            String direction,
            String startedAt,
            @Nullable String endedAt,
            String outcome,
            int statements,
            @Nullable String error,
            String user,
            String place) {
        static Answer of(LogEntry entry) {
            return new Answer(
                    entry.id(),
                    entry.revision(),
                    entry.action().text(),
                    entry.startedAt().toString(),
                    entry.endedAt().map(Instant::toString).orElse(null),
                    entry.outcome().text(),
                    entry.statements(),
                    entry.error().orElse(null),
                    entry.user(),
                    entry.process());
        }
    }
}
