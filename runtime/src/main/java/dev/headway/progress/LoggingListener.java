package dev.headway.progress;

import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs a run through SLF4J, to the logger {@code dev.headway}. */
public final class LoggingListener implements ProgressListener {

    /** Starts SLF4J when there is something to log: a run that finds nothing to do does not pay for it. */
    private static final class Log {
        static final Logger HEADWAY = LoggerFactory.getLogger("dev.headway");
    }

    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** How long the backfill had taken when it was last told of. */
    private volatile Duration told = Duration.ZERO;

    /** Makes a listener. */
    public LoggingListener() {}

    @Override
    public void emptyHistory() {
        Log.HEADWAY.warn(
                "No revision is on the class path. If there should be one, is Headway's annotation processor part of the build?");
    }

    @Override
    public void changed(String objection) {
        Log.HEADWAY.warn(objection);
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

    /** Tells of a backfill every few seconds; of a short one, nothing. */
    @Override
    public void batchDone(Step step, BackfillProgress progress) {
        Duration took = progress.took();
        Duration before = told.compareTo(took) > 0 ? Duration.ZERO : told;
        if (took.minus(before).compareTo(PAUSE) < 0) {
            return;
        }
        told = took;
        Log.HEADWAY.info(
                "Backfilling {}: {} row(s) in {} s, {} per second{}",
                step.revision().id(),
                progress.rows(),
                took.toSeconds(),
                progress.rowsPerSecond(),
                percentage(progress));
    }

    private static String percentage(BackfillProgress progress) {
        return progress.ofNumbers().isPresent()
                ? ", "
                        + Math.round(100.0
                                * progress.numbers()
                                / progress.ofNumbers().getAsLong()) + " % of the key"
                : "";
    }

    @Override
    public void stepDone(Step step, int statements, Duration took) {
        Log.HEADWAY.debug("Done {}: {} statement(s) in {} ms", step.revision().id(), statements, took.toMillis());
    }

    @Override
    public void stepFailed(Step step) {
        Log.HEADWAY.error("Failed {}", step.revision().id());
    }

    @Override
    public void waitingForLock(Duration atMost, String holder) {
        Log.HEADWAY.info(
                "Another process migrates this database; waiting up to {} s for it{}", atMost.toSeconds(), holder);
    }
}
