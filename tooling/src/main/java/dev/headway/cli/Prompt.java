package dev.headway.cli;

import java.io.Console;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the user. */
@FunctionalInterface
interface Prompt {

    /** Returns the answer to a question; null at the end of input. */
    @Nullable
    String ask(String question);

    /** Returns whether the user answers yes. */
    default boolean confirms(String question) {
        String answer = ask(question + " [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    /** Returns a prompt on the terminal of this process, if it has one. */
    @SuppressWarnings("SystemConsoleNull") // Terminal has asked whether it is one
    static Optional<Prompt> on(Terminal terminal) {
        Console console = terminal.present() ? System.console() : null;
        return console == null ? Optional.empty() : Optional.of(question -> console.readLine("%s", question));
    }
}
