package dev.headway;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes names that must be quoted, and names that only look as if. */
final class NastyNames {
    private static final List<String> KNOWN = List.of(
            "order",
            "user",
            "select",
            "value",
            "key",
            "ORDER",
            "ACCOUNT",
            "MixedCase",
            "with space",
            " leading",
            "it's",
            "say \"so\"",
            "\"quoted\"",
            "a.b",
            ".",
            "a.\"b\"",
            "1st",
            "naïve",
            "größe",
            "表",
            "émoji 🙂",
            "semi;colon",
            "-- comment",
            "/* comment */",
            "back\\slash",
            "back`tick",
            "[brackets]",
            "<angle>",
            "{brace}",
            ":name",
            "what?",
            "$1",
            "100%",
            "plain",
            "_",
            "x".repeat(60));
    private static final String ALPHABET = "abzAZ019_ .\"'`;:?-$<>\\é表";

    private final Random random;

    NastyNames(Random random) {
        this.random = random;
    }

    List<String> distinct(int count) {
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            names.add(random.nextBoolean() ? KNOWN.get(random.nextInt(KNOWN.size())) : made());
        }
        return List.copyOf(names);
    }

    /** Begins with a small letter, so that it is not another one of these in capitals. */
    private String made() {
        StringBuilder name = new StringBuilder("n");
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return name.toString();
    }
}
