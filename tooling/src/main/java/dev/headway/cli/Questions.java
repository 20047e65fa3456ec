package dev.headway.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Somebody who can be asked. */
@FunctionalInterface
interface Questions {

    /** Returns what is answered to a question; null if nobody answers any more. */
    @Nullable
    String ask(String question);

    /** Returns whether that is so; it is not unless it is said to be. */
    default boolean isSo(String question) {
        String answer = ask(question + " [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    /** Returns who sits at the terminal of this process, if it has one. */
    @SuppressWarnings("SystemConsoleNull") // Terminal has asked whether it is one
    static Optional<Questions> on(Terminal terminal) {
        Console console = terminal.present() ? System.console() : null;
        return console == null ? Optional.empty() : Optional.of(question -> console.readLine("%s", question));
    }
}
