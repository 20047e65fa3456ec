package dev.headway;

import java.util.Map;

/** Some targets of a fleet could not be brought to where they were to be; the others are. */
public final class FleetFailedException extends HeadwayException {
    private static final int SHOWN = 20;

    private final FleetSummary summary;

    FleetFailedException(FleetSummary summary) {
        super(message(summary), summary.failed().values().iterator().next());
        this.summary = summary;
    }

    private static String message(FleetSummary summary) {
        StringBuilder message = new StringBuilder(summary.toString()).append(':');
        int shown = 0;
        for (Map.Entry<String, RuntimeException> failure : summary.failed().entrySet()) {
            if (shown == SHOWN) {
                message.append("\n- and ")
                        .append(summary.failed().size() - SHOWN)
                        .append(" more");
                break;
            }
            message.append("\n- ")
                    .append(failure.getKey())
                    .append(": ")
                    .append(failure.getValue().getMessage());
            shown++;
        }
        return message.append("\nMend what is told there and run again: what is done is passed over.")
                .toString();
    }

    /** Returns how all targets came out. */
    public FleetSummary summary() {
        return summary;
    }
}
