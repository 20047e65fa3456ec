package dev.headway.error;

import java.util.List;

/**
 * The revisions do not form a sound history. The annotation processor reports the same faults at compile time, so this
 * exception is only thrown if the revisions of several jars do not fit together.
 */
public final class InvalidHistoryException extends HeadwayException {
    private final List<String> faults;

    /** Lists the faults in the specified order. */
    public InvalidHistoryException(List<String> faults) {
        super(
                faults.size() == 1
                        ? "The history is not sound: " + faults.get(0)
                        : "The history has " + faults.size() + " faults:\n  - " + String.join("\n  - ", faults));
        this.faults = List.copyOf(faults);
    }

    /** Returns the faults, each in one or two sentences. */
    public List<String> faults() {
        return faults;
    }
}
