package dev.headway.cli;

import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import dev.headway.progress.BackfillProgress;
import dev.headway.progress.ProgressListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;

/** Shows a run: a line for each step, and on a terminal one more that is written over while a long one goes on. */
final class ConsoleListener implements ProgressListener {
    private static final String CLEAR = "\r\u001b[K";

    private final Terminal terminal;
    private final PrintWriter out;
    private final PrintWriter err;
    private int steps;
    private int done;

    ConsoleListener(Terminal terminal, PrintWriter out, PrintWriter err) {
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    @Override
    public void emptyHistory() {
        err.println(
                "No revision is on the class path. If there should be one, is Headway's annotation processor part of the build?");
    }

    @Override
    public void unknown(String warning) {
        err.println(warning);
    }

    @Override
    public void changed(String objection) {
        err.println(objection);
    }

    @Override
    public void lockLost(String warning) {
        err.println(warning);
    }

    @Override
    public void ambiguousTable(String warning) {
        err.println(warning);
    }

    @Override
    public void started(Plan plan) {
        steps = plan.steps().size();
    }

    @Override
    public void stepStarted(Step step) {
        out.println("Running " + RevisionLines.describe(step, terminal));
        progress("");
    }

    @Override
    public void batchDone(Step step, BackfillProgress progress) {
        String of = progress.totalKeys().isPresent()
                ? ", "
                        + Math.round(
                                100.0 * progress.keys() / progress.totalKeys().getAsLong()) + " % of the key"
                : "";
        progress(", " + progress.rows() + " rows" + of + ", " + progress.rowsPerSecond() + " per second");
    }

    private void progress(String more) {
        if (terminal.present()) {
            out.print(CLEAR + "  revision " + (done + 1) + " of " + steps + more);
            out.flush();
        }
    }

    @Override
    public void stepDone(Step step, int statements, Duration took) {
        done++;
        clear();
    }

    @Override
    public void stepFailed(Step step) {
        clear();
    }

    private void clear() {
        if (terminal.present()) {
            out.print(CLEAR);
            out.flush();
        }
    }

    @Override
    public void waitingForLock(Duration atMost, List<String> holders) {
        err.println("Another process migrates this database; waiting up to " + atMost.toSeconds() + " s for it"
                + (holders.isEmpty() ? "" : ": " + String.join("; ", holders)) + ".");
    }
}
