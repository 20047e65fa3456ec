package dev.headway;

import dev.headway.graph.RevisionInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * A revision, and what one database has of it.
 *
 * @param revision the revision
 * @param appliedAt when it was applied; empty if it is not applied now
 * @param current whether it is applied, and no parent of another one that is
 * @param head whether it is nobody's parent
 */
public record HistoryEntry(RevisionInfo revision, Optional<Instant> appliedAt, boolean current, boolean head) {}
