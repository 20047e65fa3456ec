package dev.headway;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;

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
    private final Predicate<String> allowed;

    NastyNames(Random random, Predicate<String> allowed) {
        this.random = random;
        this.allowed = allowed;
    }

    /** What MariaDB's manual allows: no space at the end, and no character beyond the basic plane. */
    static boolean isAllowedByMariaDb(String name) {
        return !name.endsWith(" ") && name.chars().noneMatch(unit -> Character.isSurrogate((char) unit));
    }

    /** Returns names of which no two differ in their case alone, which is no difference to some databases. */
    List<String> distinct(int count) {
        Map<String, String> names = new LinkedHashMap<>();
        while (names.size() < count) {
            String name = random.nextBoolean() ? KNOWN.get(random.nextInt(KNOWN.size())) : made();
            if (allowed.test(name)) {
                names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            }
        }
        return List.copyOf(names.values());
    }

    private String made() {
        StringBuilder name = new StringBuilder("n");
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            name.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return name.toString();
    }
}
