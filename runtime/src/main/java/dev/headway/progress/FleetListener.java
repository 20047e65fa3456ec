package dev.headway.progress;

import dev.headway.graph.Plan;

/**
 * Listens to the progress of a fleet. Several threads call it at the same time. Each method does nothing unless it is
 * overridden.
 */
public interface FleetListener {

    /** A run begins, for this number of targets. */
    default void started(int targets) {}

    /** Returns a listener for the steps on a target. */
    default ProgressListener of(String target) {
        return ProgressListener.NONE;
    }

    /**
     * A target is migrated.
     *
     * @param plan the steps that were run
     * @param finished the number of targets that are migrated or have failed
     */
    default void done(String target, Plan plan, int finished) {}

    /**
     * A target failed. The run continues with the other targets.
     *
     * @param finished the number of targets that are migrated or have failed
     */
    default void failed(String target, RuntimeException reason, int finished) {}
}
