package dev.headway.internal.engine.journal;

import dev.headway.graph.RevisionInfo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The revisions that are applied to a database: the rows of {@code headway_revision}. */
public final class AppliedRevisions {
    static final AppliedRevisions NONE = new AppliedRevisions(Map.of());

    private final Map<String, Row> rows;

    /**
     * A row of the table.
     *
     * @param appliedAt when the revision was applied
     * @param checksum the checksum of its class at that time; null if it was unknown
     */
    record Row(Instant appliedAt, @Nullable String checksum) {}

    AppliedRevisions(Map<String, Row> rows) {
        this.rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** Returns the ids of the revisions. */
    public Set<String> ids() {
        return rows.keySet();
    }

    /** Returns when a revision was applied; empty if it is not applied. */
    public Optional<Instant> appliedAt(String id) {
        Row row = rows.get(id);
        return row == null ? Optional.empty() : Optional.of(row.appliedAt());
    }

    /** Returns the checksum that a revision had when it was applied; empty if it is not applied, or had none. */
    public Optional<String> checksum(String id) {
        Row row = rows.get(id);
        return row == null ? Optional.empty() : Optional.ofNullable(row.checksum());
    }

    /** Returns those of {@code revisions} whose checksum differs from the one that they had when they were applied. */
    public List<RevisionInfo> changed(List<RevisionInfo> revisions) {
        List<RevisionInfo> changed = new ArrayList<>();
        for (RevisionInfo revision : revisions) {
            Row row = rows.get(revision.id());
            String now = revision.checksum().orElse(null);
            if (row != null && row.checksum() != null && now != null && !now.equals(row.checksum())) {
                changed.add(revision);
            }
        }
        return changed;
    }
}
