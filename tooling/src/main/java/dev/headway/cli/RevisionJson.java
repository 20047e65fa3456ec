package dev.headway.cli;

import dev.headway.graph.RevisionInfo;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A revision for {@code --json}; the names of its components are the names there. */
record RevisionJson(
        String revision,
        List<String> down,
        List<String> dependsOn,
        List<String> branches,
        String message,
        String type,
        boolean head,
        boolean current,
        @Nullable String appliedAt,
        @Nullable String checksum,
        boolean changed,
        @Nullable String partial) {

    static RevisionJson of(RevisionInfo revision, RevisionLines lines, @Nullable Instant applied) {
        return new RevisionJson(
                revision.id(),
                revision.down(),
                revision.dependsOn(),
                lines.labels(revision),
                revision.message(),
                revision.type(),
                lines.isHead(revision),
                lines.isCurrent(revision),
                applied == null ? null : applied.toString(),
                revision.checksum().orElse(null),
                lines.isChanged(revision),
                lines.partialState(revision));
    }
}
