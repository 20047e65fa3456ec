package dev.headway.graph;

import java.util.Objects;

/**
 * One revision to apply or to take back.
 *
 * @param revision the revision
 * @param direction which way
 */
public record Step(RevisionInfo revision, Direction direction) {
    /** Refuses nulls. */
    public Step {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(direction, "direction");
    }
}
