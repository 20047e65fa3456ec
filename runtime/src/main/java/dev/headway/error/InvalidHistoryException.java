package dev.headway.error;

import java.util.List;

/**
 * The revisions do not form a sound history, or the tables in which the database keeps its own cannot be used as they
 * are. Histories checked by the annotation processor fail so only when several jars are joined.
 */
public final class InvalidHistoryException extends HeadwayException {
    private final List<String> faults;

    /** Lists every fault found, in the order given. */
    public InvalidHistoryException(List<String> faults) {
        super(
                faults.size() == 1
                        ? "The history is not sound: " + faults.get(0)
                        : "The history has " + faults.size() + " faults:\n  - " + String.join("\n  - ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Returns the faults, one sentence or two each. */
    public List<String> faults() {
        return faults;
    }
}
