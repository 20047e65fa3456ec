package dev.headway.processor;

import java.util.Locale;

/** The name of a class in words: {@code AddURLIndex} is {@code add url index}. */
final class Words {
    private Words() {}

    static String of(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
