package dev.headway.progress;

import dev.headway.graph.RevisionInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * A revision, and what one database has of it.
 *
 * @param revision the revision
 * @param appliedAt when it was applied; empty if it is not applied now
 * @param appliedChecksum the checksum of its class when it was applied; empty likewise, and where that was not known
 * @param current whether it is applied, and no parent of another one that is
 * @param head whether it is nobody's parent
 */
public record HistoryEntry(
        RevisionInfo revision,
        Optional<Instant> appliedAt,
        Optional<String> appliedChecksum,
        boolean current,
        boolean head) {

    /** Returns whether its class is another than when it was applied, as far as that is known. */
    public boolean isChanged() {
        return appliedChecksum.isPresent()
                && revision.checksum().isPresent()
                && !appliedChecksum.equals(revision.checksum());
    }
}
