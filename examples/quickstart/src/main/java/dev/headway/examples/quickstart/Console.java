package dev.headway.examples.quickstart;

import dev.headway.graph.Plan;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.progress.HistoryEntry;
import dev.headway.progress.ProgressListener;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;

/** Prints what goes on. */
final class Console implements ProgressListener {
    private final PrintStream out;

    Console(PrintStream out) {
        this.out = out;
    }

    @Override
    public void stepStarted(Step step) {
        out.println("Applying " + line(step.revision()));
    }

    @Override
    public void stepDone(Step step, int statements, Duration took) {
        out.println("  " + statements + " statement(s) in " + took.toMillis() + " ms");
    }

    void ran(Plan plan) {
        out.println(
                plan.isEmpty()
                        ? "Nothing to do: the database is up to date."
                        : "Applied " + plan.steps().size() + " revisions.");
    }

    void show(List<HistoryEntry> history) {
        out.println();
        out.println("History:");
        for (HistoryEntry entry : history) {
            String marks = (entry.head() ? " (head)" : "") + (entry.current() ? " (current)" : "");
            out.println("  " + line(entry.revision()) + marks);
        }
    }

    private static String line(RevisionInfo revision) {
        String parents = revision.down().isEmpty() ? "<base>" : String.join(", ", revision.down());
        return parents + " -> " + revision.id() + ", " + revision.message();
    }
}
