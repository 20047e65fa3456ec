package dev.headway.progress;

import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import java.time.Duration;
import java.util.List;

/**
 * Listens to the progress of a run, on the thread of the run. An exception that a listener throws ends the run, between two
 * steps. A run that has nothing to do reports only an empty history and changed revisions.
 */
public interface ProgressListener {
    /** Ignores everything. */
    ProgressListener NONE = new ProgressListener() {};

    /** There are no revisions. This may be a mistake: the annotation processor did not run, or a jar is missing. */
    default void emptyHistory() {}

    /**
     * The database has revisions that the code lacks.
     *
     * @param warning names them, and describes what was done
     */
    default void unknown(String warning) {}

    /**
     * Applied revisions have changed, and {@code headway.changed} is not {@code fail}.
     *
     * @param warning names the revisions, and describes what to do
     */
    default void changed(String warning) {}

    /**
     * The lock was lost, or could not be released, at the end of a run whose steps are complete.
     *
     * @param warning describes what happened, and the state of the database
     */
    default void lockLost(String warning) {}

    /**
     * Headway's table exists in several schemas that the session searches.
     *
     * @param warning names the schemas, and describes which table Headway uses
     */
    default void ambiguousTable(String warning) {}

    /** The lock is acquired and all steps of the plan are prepared. The first step follows. */
    default void started(Plan plan) {}

    /** A step begins. */
    default void stepStarted(Step step) {}

    /** A batch of a backfill is committed. An exception that this method throws ends the step. */
    default void batchDone(Step step, BackfillProgress progress) {}

    /** A step is complete and committed. */
    default void stepDone(Step step, int statements, Duration elapsed) {}

    /** A step failed. The run ends with an exception that reports the reason. */
    default void stepFailed(Step step) {}

    /**
     * Another process migrates the database. Called once, before Headway waits.
     *
     * @param atMost how long Headway waits
     * @param holders describes the sessions or processes that hold the lock; empty if they are unknown
     */
    default void waitingForLock(Duration atMost, List<String> holders) {}
}
