package dev.headway.error;

import org.jspecify.annotations.Nullable;

/**
 * What Headway throws when it refuses or fails: one type for each thing that a caller may want to do something about.
 *
 * <p>Every message names the thing that is wrong, says what state the database is in where it was touched, and ends
 * with the way out.
 */
public abstract class HeadwayException extends RuntimeException {

    HeadwayException(String message) {
        this(message, null);
    }

    HeadwayException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
