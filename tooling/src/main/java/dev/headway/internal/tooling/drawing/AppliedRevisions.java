package dev.headway.internal.tooling.drawing;

import java.util.Set;

/**
 * What a database tells about the revisions of a drawing, by their ids.
 *
 * @param applied those that are applied
 * @param current those that are current
 */
public record AppliedRevisions(Set<String> applied, Set<String> current) {
    /** For a drawing that no database is asked for. */
    public static final AppliedRevisions NONE = new AppliedRevisions(Set.of(), Set.of());

    /** Copies the sets. */
    public AppliedRevisions {
        applied = Set.copyOf(applied);
        current = Set.copyOf(current);
    }
}
