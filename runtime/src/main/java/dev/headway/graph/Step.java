package dev.headway.graph;

import java.util.Objects;

/**
 * A revision to apply or to revert.
 *
 * @param revision the revision
 * @param direction whether to apply or to revert it
 * @since 0.1
 */
public record Step(RevisionInfo revision, Direction direction) {
    /** Refuses nulls. */
    public Step {
        Objects.requireNonNull(revision, "revision");
        Objects.requireNonNull(direction, "direction");
    }
}
