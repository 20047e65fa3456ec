package dev.headway.op;

import org.jspecify.annotations.Nullable;

/** Options that can be specified once, since two values would contradict each other. */
final class Once {
    private Once() {}

    /**
     * Returns the value of an option that had none before.
     *
     * @throws IllegalArgumentException if it had one
     */
    static <T> T set(String option, @Nullable T before, T value) {
        if (before != null) {
            throw new IllegalArgumentException(option + " is specified twice: keep one of them");
        }
        return value;
    }

    /**
     * Refuses two options that contradict each other.
     *
     * @throws IllegalArgumentException if {@code both} are specified
     */
    static void refuse(boolean both, String what, String one, String other) {
        if (both) {
            throw new IllegalArgumentException(
                    what + " has " + one + " and " + other + ", which contradict each other: keep one of them");
        }
    }
}
