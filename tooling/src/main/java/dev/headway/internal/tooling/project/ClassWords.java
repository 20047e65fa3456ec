package dev.headway.internal.tooling.project;

import java.text.Normalizer;
import java.util.Locale;

/** Converts words to the name of a class, and back. */
final class ClassWords {
    private ClassWords() {}

    /** Returns the name of a class in words, as the compiler takes it for the message: {@code AddIndex} is {@code add index}. */
    static String words(String className) {
        return className
                .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_+", " ")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    /** Returns a name for a class: {@code add index} is {@code AddIndex}; empty if there is no letter or digit to name it by. */
    static String className(String words) {
        StringBuilder name = new StringBuilder();
        boolean begins = true;
        for (char c : withoutAccents(words).toCharArray()) {
            if (Character.isLetterOrDigit(c) && c < 128) {
                name.append(begins ? Character.toUpperCase(c) : c);
                begins = false;
            } else if (c != '\'') {
                begins = true;
            }
        }
        if (!name.isEmpty() && Character.isDigit(name.charAt(0))) {
            name.insert(0, "Revision");
        }
        return name.toString();
    }

    /** The name of a class is that of a file, which should look the same on every machine. */
    private static String withoutAccents(String words) {
        return Normalizer.normalize(words.replace("ß", "ss"), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "");
    }
}
