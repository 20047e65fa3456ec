package dev.headway.internal.engine;

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

/** The revisions that a database has applied: the rows of {@code headway_revision}. */
public final class Applied {
    static final Applied NOTHING = new Applied(Map.of());

    private final Map<String, Row> rows;

    /**
     * What is kept of a revision.
     *
     * @param at when it was applied
     * @param checksum of the class that was run; null where it was not known
     */
    record Row(Instant at, @Nullable String checksum) {}

    Applied(Map<String, Row> rows) {
        this.rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
    }

    /** Returns their ids. */
    public Set<String> ids() {
        return rows.keySet();
    }

    /** Returns when a revision was applied, if it is. */
    public Optional<Instant> at(String id) {
        Row row = rows.get(id);
        return row == null ? Optional.empty() : Optional.of(row.at());
    }

    /** Returns the checksum of a revision when it was applied, if it is and had one. */
    public Optional<String> checksum(String id) {
        Row row = rows.get(id);
        return row == null ? Optional.empty() : Optional.ofNullable(row.checksum());
    }

    /** Returns those of {@code revisions} whose class was another when they were applied, as far as that is known. */
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
