package dev.headway.progress;

import dev.headway.error.FleetFailedException;
import dev.headway.graph.Plan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of a run of a fleet, in the order in which the targets were specified.
 *
 * @param succeeded the steps that were run on each migrated target
 * @param failed the reason of each failed target
 */
public record FleetSummary(Map<String, Plan> succeeded, Map<String, RuntimeException> failed) {
    /** Copies the maps, in their order. */
    public FleetSummary {
        succeeded = Collections.unmodifiableMap(new LinkedHashMap<>(succeeded));
        failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
    }

    /** Returns whether all targets are migrated. */
    public boolean isComplete() {
        return failed.isEmpty();
    }

    /**
     * Ensures that all targets are migrated.
     *
     * @throws FleetFailedException which names the failed targets and their reasons
     */
    public void requireComplete() {
        if (!isComplete()) {
            throw new FleetFailedException(toString(), failed);
        }
    }

    /** Returns a summary in one line. */
    @Override
    public String toString() {
        int targets = succeeded.size() + failed.size();
        long changed =
                succeeded.values().stream().filter(plan -> !plan.isEmpty()).count();
        return changed + " of " + targets + " targets upgraded, " + (succeeded.size() - changed)
                + " had nothing to do, " + failed.size() + " failed";
    }
}
