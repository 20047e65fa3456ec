package dev.headway.progress;

import java.util.Locale;

/** What an entry of {@code headway_log} records, in its column {@code direction}. */
public enum LogAction {
    /** A revision was run to apply it. */
    UPGRADE,
    /** A revision was run to revert it. */
    DOWNGRADE,
    /** A revision was marked as applied, without running it. */
    STAMP,
    /** A revision was marked as not applied, without running it. */
    UNSTAMP,
    /** The table contains a text that this version of Headway does not know. Another version wrote it, or a person. */
    UNKNOWN;

    /** Returns the action that {@code headway_log} records as {@code text}; {@link #UNKNOWN} for any other text. */
    public static LogAction of(String text) {
        for (LogAction action : values()) {
            if (action.text().equals(text)) {
                return action;
            }
        }
        return UNKNOWN;
    }

    /** Returns the text that {@code headway_log} contains, such as {@code upgrade}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
