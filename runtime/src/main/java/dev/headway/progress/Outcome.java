package dev.headway.progress;

import java.util.Locale;

/** How an attempt to run a step ended, as {@code headway_log} records it. */
public enum Outcome {
    /** The step is running, or its process died before it recorded another outcome. */
    RUNNING,
    /** The step is complete. */
    DONE,
    /** The step failed. */
    FAILED,
    /** The step failed at a statement that an earlier attempt may have executed before its process died. */
    DOUBTFUL,
    /** The step stopped, and {@code headway resume} marked the interrupted statement as executed. */
    RESUMED,
    /** The step stopped, and somebody restored the database by hand. The step restarts from the beginning. */
    SETTLED,
    /** The table contains a text that this version of Headway does not know. Another version wrote it, or a person. */
    UNKNOWN;

    /** Returns the outcome that {@code headway_log} records as {@code text}; {@link #UNKNOWN} for any other text. */
    public static Outcome of(String text) {
        for (Outcome outcome : values()) {
            if (outcome.text().equals(text)) {
                return outcome;
            }
        }
        return UNKNOWN;
    }

    /** Returns the text that {@code headway_log} contains, such as {@code done}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
