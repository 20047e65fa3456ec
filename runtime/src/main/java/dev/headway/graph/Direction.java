package dev.headway.graph;

/**
 * The direction of a step.
 *
 * @since 0.1
 */
public enum Direction {
    /** Applies a revision. */
    UPGRADE,
    /** Reverts an applied revision. */
    DOWNGRADE
}
