package dev.headway.processor;

import java.util.Locale;

/** The message of a revision that declares none: {@code AddURLIndex} has the message {@code add url index}. */
final class DefaultMessage {
    private DefaultMessage() {}

    static String of(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
