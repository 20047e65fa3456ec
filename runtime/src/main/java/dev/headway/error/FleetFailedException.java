package dev.headway.error;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Some targets of a fleet failed. The other targets are migrated. */
public final class FleetFailedException extends HeadwayException {
    private static final int SHOWN = 20;

    private final Map<String, RuntimeException> failures;

    /**
     * Lists the {@code failures} by target, after the {@code summary} of the whole fleet.
     *
     * @throws java.util.NoSuchElementException if there are no failures
     */
    public FleetFailedException(String summary, Map<String, RuntimeException> failures) {
        super(message(summary, failures), failures.values().iterator().next());
        this.failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
    }

    private static String message(String summary, Map<String, RuntimeException> failures) {
        StringBuilder message = new StringBuilder(summary).append(':');
        int shown = 0;
        for (Map.Entry<String, RuntimeException> failure : failures.entrySet()) {
            if (shown == SHOWN) {
                message.append("\n- and ").append(failures.size() - SHOWN).append(" more");
                break;
            }
            message.append("\n- ")
                    .append(failure.getKey())
                    .append(": ")
                    .append(failure.getValue().getMessage());
            shown++;
        }
        return message.append("\nFix the reported problems and run again: completed targets are skipped.")
                .toString();
    }

    /** Returns the failures by the name of the target. */
    public Map<String, RuntimeException> failures() {
        return failures;
    }
}
