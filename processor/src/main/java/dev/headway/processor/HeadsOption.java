package dev.headway.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** The values of the option {@code -Aheadway.heads}: how to report several heads. */
enum HeadsOption {
    ERROR(Diagnostic.Kind.ERROR),
    WARN(Diagnostic.Kind.WARNING),
    ALLOW(null);

    static final String NAME = "headway.heads";

    private final Diagnostic.@Nullable Kind severity;

    HeadsOption(Diagnostic.@Nullable Kind severity) {
        this.severity = severity;
    }

    /** Returns the option with this value; empty if the value is unknown. */
    static Optional<HeadsOption> of(String value) {
        return Arrays.stream(values())
                .filter(option -> option.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }

    /** Returns the severity of several heads; null if they are allowed. */
    Diagnostic.@Nullable Kind severity() {
        return severity;
    }
}
