package dev.headway.internal.engine.journal;

import dev.headway.progress.Outcome;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known about the statement after the completed ones, for every outcome of the attempt. */
public enum NextStatement {
    /** The statement has no effect in the database: it was not executed, or it was refused. */
    UNTRIED,
    /** The statement may have been executed: its execution began, and no answer was recorded. */
    BEGUN,
    /** Somebody has confirmed that the statement was executed. */
    DONE;

    /** Returns the text that {@code headway_log} contains. */
    String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads a text from {@code headway_log}.
     *
     * @param text null in a row that an earlier version of Headway wrote: then the outcome says what is known
     */
    static @Nullable NextStatement of(@Nullable String text, Outcome outcome) {
        if (text == null) {
            return switch (outcome) {
                case RUNNING, DOUBTFUL -> BEGUN;
                case RESUMED -> DONE;
                default -> UNTRIED;
            };
        }
        for (NextStatement next : values()) {
            if (next.text().equals(text)) {
                return next;
            }
        }
        return null;
    }
}
