package dev.headway.graph;

/** Which way a step goes. */
public enum Direction {
    /** Applies a revision. */
    UPGRADE,
    /** Takes an applied revision back. */
    DOWNGRADE
}
