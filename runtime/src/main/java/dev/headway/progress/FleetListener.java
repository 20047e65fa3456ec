package dev.headway.progress;

import dev.headway.graph.Plan;

/** Hears how a fleet gets on; from several threads at a time. Each method does nothing unless it is overridden. */
public interface FleetListener {

    /** A run over so many targets begins. */
    default void started(int targets) {}

    /** Returns what hears of the steps on a target. */
    default ProgressListener of(String target) {
        return new ProgressListener() {};
    }

    /**
     * A target is where it was to be.
     *
     * @param plan what was run for that
     * @param finished how many targets are finished now, one way or the other
     */
    default void done(String target, Plan plan, int finished) {}

    /** A target could not be brought to where it was to be; the others go on. */
    default void failed(String target, RuntimeException why, int finished) {}
}
