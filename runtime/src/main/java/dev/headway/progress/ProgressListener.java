package dev.headway.progress;

import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import java.time.Duration;

/**
 * Hears of a run while it goes on, on the thread that runs it. What a listener throws ends the run between two
 * steps. Nothing is heard of a run that finds nothing to do, unless the history is empty, or was changed.
 */
public interface ProgressListener {
    /** Listens to nothing. */
    ProgressListener NONE = new ProgressListener() {};

    /** There are no revisions at all, which may be a mistake: the annotation processor did not run, or a jar is missing. */
    default void emptyHistory() {}

    /**
     * Revisions were changed since they were applied, which is no reason to stop unless {@code headway.changed} is {@code
     * fail}.
     *
     * @param objection which, and what to do about it, in a few sentences
     */
    default void changed(String objection) {}

    /** The lock is taken, and the plan has been checked: its steps follow. */
    default void started(Plan plan) {}

    /** A step begins. */
    default void stepStarted(Step step) {}

    /** A batch of a backfill is committed; the last of them ends it. What is thrown here ends the step. */
    default void batchDone(Step step, BackfillProgress progress) {}

    /** A step is done and committed. */
    default void stepDone(Step step, int statements, Duration took) {}

    /** A step failed; the run ends with an exception that tells why. */
    default void stepFailed(Step step) {}

    /** Another process migrates the database; said once, before the waiting begins. */
    default void waitingForLock(Duration atMost) {}

    /**
     * The same, with who it is as far as the database tells.
     *
     * @param holder words to put behind the news, such as {@code ": session 17 of user shop"}; empty if it is not known
     */
    default void waitingForLock(Duration atMost, String holder) {
        waitingForLock(atMost);
    }
}
