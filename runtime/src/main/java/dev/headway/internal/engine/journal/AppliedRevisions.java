package dev.headway.internal.engine.journal;

import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The revisions that are applied to a database: the rows of {@code headway_revision}. */
public final class AppliedRevisions {
    static final AppliedRevisions NONE = new AppliedRevisions(Map.of());

    private final Map<String, Optional<String>> checksums;

    /**
     * Creates the revisions in order, each with the checksum that its class had when it was applied; empty if that was unknown.
     */
    AppliedRevisions(Map<String, Optional<String>> checksums) {
        this.checksums = Collections.unmodifiableMap(new LinkedHashMap<>(checksums));
    }

    /** Returns the ids of the revisions. */
    public Set<String> ids() {
        return checksums.keySet();
    }

    /** Returns the checksum that a revision had when it was applied; empty if it is not applied, or had none. */
    public Optional<String> checksum(String id) {
        return checksums.getOrDefault(id, Optional.empty());
    }

    /** Returns those of {@code revisions} whose checksum differs from the one that they had when they were applied. */
    public List<RevisionInfo> changed(List<RevisionInfo> revisions) {
        List<RevisionInfo> changed = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            Optional<String> before = checksum(revision.id());
            if (before.isPresent() && revision.checksum().isPresent() && !before.equals(revision.checksum())) {
                changed.add(revision);
            }
        }
        return changed;
    }
}
