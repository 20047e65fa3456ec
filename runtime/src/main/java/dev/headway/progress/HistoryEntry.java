package dev.headway.progress;

import dev.headway.graph.RevisionInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A revision and its state in one database.
 *
 * @param revision the revision
 * @param appliedAt when the revision was applied; empty if it is not applied
 * @param appliedChecksum the checksum that its class had when it was applied; empty if it is not applied, or had none
 * @param current whether the revision is applied, and is not a parent of another applied revision
 * @param head whether the revision is not a parent of any revision
 * @param appliedParts the ids of the applied revisions that it replaces, if it replaces others that are not applied
 */
public record HistoryEntry(
        RevisionInfo revision,
        Optional<Instant> appliedAt,
        Optional<String> appliedChecksum,
        boolean current,
        boolean head,
        List<String> appliedParts) {

    /** Copies the list. */
    public HistoryEntry {
        appliedParts = List.copyOf(appliedParts);
    }

    /** Returns whether the class has changed since the revision was applied; false if a checksum is missing. */
    public boolean isChanged() {
        return appliedChecksum.isPresent()
                && revision.checksum().isPresent()
                && !appliedChecksum.equals(revision.checksum());
    }
}
