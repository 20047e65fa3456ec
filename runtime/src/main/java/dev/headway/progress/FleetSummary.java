package dev.headway.progress;

import dev.headway.error.FleetFailedException;
import dev.headway.graph.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How the run of a {@link dev.headway.Fleet} came out, target by target, in the order in which they were given.
 *
 * @param upgraded what was applied to each target that is where it was to be
 * @param failed why each of the others is not
 */
public record FleetSummary(Map<String, Plan> upgraded, Map<String, RuntimeException> failed) {
    /** Copies the maps, in their order. */
    public FleetSummary {
        upgraded = Collections.unmodifiableMap(new LinkedHashMap<>(upgraded));
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }

    /** Returns whether every target is where it was to be. */
    public boolean isComplete() {
        return failed.isEmpty();
    }

    /**
     * Does nothing if every target is where it was to be.
     *
     * @throws FleetFailedException that names those that are not, and why
     */
    public void requireComplete() {
        if (!isComplete()) {
            throw new FleetFailedException(toString(), failed);
        }
    }

    /** Returns it in a line. */
    @Override
    public String toString() {
        int targets = upgraded.size() + failed.size();
        long changed =
                upgraded.values().stream().filter(plan -> !plan.isEmpty()).count();
        return changed + " of " + targets + " targets upgraded, " + (upgraded.size() - changed) + " had nothing to do, "
                + failed.size() + " failed";
    }
}
