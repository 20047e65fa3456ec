package dev.headway.processor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/** What several heads are: the option {@code -Aheadway.heads}. */
enum HeadsOption {
    ERROR(Diagnostic.Kind.ERROR),
    WARN(Diagnostic.Kind.WARNING),
    ALLOW(null);

    static final String NAME = "headway.heads";

    private final Diagnostic.@Nullable Kind severity;

    HeadsOption(Diagnostic.@Nullable Kind severity) {
        this.severity = severity;
    }

    /** Returns what the option says; nothing if that is unknown. */
    static Optional<HeadsOption> of(String value) {
        return Arrays.stream(values())
                .filter(option -> option.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst();
    }

    /** Returns how several heads are reported; null if they are not. */
    Diagnostic.@Nullable Kind severity() {
        return severity;
    }
}
