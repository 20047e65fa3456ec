package dev.headway.progress;

import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a run through SLF4J, to the logger {@code dev.headway}. */
public final class LoggingListener implements ProgressListener {

    /** Initializes SLF4J when something is logged, so a run that has nothing to do does not load it. */
    private static final class Log {
        static final Logger HEADWAY = LoggerFactory.getLogger("dev.headway");
    }

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** The elapsed time of the backfill when it was last logged. */
    private volatile Duration logged = Duration.ZERO;

    /** Creates a listener. */
    public LoggingListener() {}

    @Override
    public void emptyHistory() {
        Log.HEADWAY.warn(
                "No revision is on the class path. If there should be one, check that Headway's annotation processor is part of the build.");
    }

    @Override
    public void unknown(String warning) {
        Log.HEADWAY.warn(warning);
    }

    @Override
    public void changed(String warning) {
        Log.HEADWAY.warn(warning);
    }

    @Override
    public void lockLost(String warning) {
        Log.HEADWAY.warn(warning);
    }

    @Override
    public void ambiguousTable(String warning) {
        Log.HEADWAY.warn(warning);
    }

    @Override
    public void started(Plan plan) {
        Log.HEADWAY.info("Running {} revision(s)", plan.steps().size());
    }

    @Override
    public void stepStarted(Step step) {
        Log.HEADWAY.info(
                "Running {} {}, {}",
                step.direction() == Direction.UPGRADE ? "upgrade" : "downgrade",
                step.revision().id(),
                step.revision().message());
    }

    /** Logs a backfill every few seconds. A short one is not logged. */
    @Override
    public void batchDone(Step step, BackfillProgress progress) {
        Duration took = progress.elapsed();
        Duration before = logged.compareTo(took) > 0 ? Duration.ZERO : logged;
        if (took.minus(before).compareTo(PAUSE) < 0) {
            return;
        }
        logged = took;
        Log.HEADWAY.info(
                "Backfilling {}: {} row(s) in {} s, {} per second{}",
                step.revision().id(),
                progress.rows(),
                took.toSeconds(),
                progress.rowsPerSecond(),
                percentage(progress));
    }

    private static String percentage(BackfillProgress progress) {
        return progress.totalKeys().isPresent()
                ? ", "
                        + Math.round(
                                100.0 * progress.keys() / progress.totalKeys().getAsLong()) + " % of the key"
                : "";
    }

    @Override
    public void stepDone(Step step, int statements, Duration elapsed) {
        Log.HEADWAY.debug("Done {}: {} statement(s) in {} ms", step.revision().id(), statements, elapsed.toMillis());
    }

    @Override
    public void stepFailed(Step step) {
        Log.HEADWAY.error("Failed {}", step.revision().id());
    }

    @Override
    public void waitingForLock(Duration atMost, List<String> holders) {
        Log.HEADWAY.info(
                "Another process migrates this database; waiting up to {} s for it{}",
                atMost.toSeconds(),
                holders.isEmpty() ? "" : ": " + String.join("; ", holders));
    }
}
