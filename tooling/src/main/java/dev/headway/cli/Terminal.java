package dev.headway.cli;

import java.io.Console;

/**
 * What the output goes to.
 *
 * @param present whether it is a terminal, where a line can be written over
 * @param colours whether it shows colours, and the user wants them (<em>no-color.org</em>)
 */
record Terminal(boolean present, boolean colours) {
    static final Terminal NONE = new Terminal(false, false);

    static Terminal ofThisProcess() {
        boolean present = isThere();
        String unwanted = System.getenv("NO_COLOR");
        return new Terminal(present, present && (unwanted == null || unwanted.isEmpty()));
    }

    /** Before Java 22 there is no console where there is no terminal; since then one must ask it. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isThere() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }

    /** Returns the text as what the eye should find first: an id. */
    String id(String text) {
        return colours ? "\u001b[33m" + text + "\u001b[0m" : text;
    }

    /** Returns the text as what marks a place: {@code (head)}. */
    String mark(String text) {
        return colours ? "\u001b[36m" + text + "\u001b[0m" : text;
    }
}
