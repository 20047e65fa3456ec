package dev.headway.maven;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command with its options. */
final class Arguments {
    private final List<String> all = new ArrayList<>();

    Arguments(String command) {
        all.add(command);
    }

    String command() {
        return all.get(0);
    }

    /** Adds positional arguments, separated by commas, if there are any. */
    Arguments words(@Nullable String words) {
        if (words != null && !words.isBlank()) {
            for (String word : words.split(",", -1)) {
                all.add(word.strip());
            }
        }
        return this;
    }

    /** Adds an option and its value, if it has one. */
    Arguments with(String option, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            all.add(option + "=" + value);
        }
        return this;
    }

    /** Adds an option without a value, if it is set. */
    Arguments flag(String option, boolean on) {
        if (on) {
            all.add(option);
        }
        return this;
    }

    String[] toArray() {
        return all.toArray(String[]::new);
    }
}
