package dev.headway.internal.engine.step;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognizes a statement that exchanges names, as in {@code RENAME TABLE a TO x, b TO a, x TO b}: executed twice, it succeeds and
 * has no effect.
 */
final class SwappedNames {
    private final Set<String> before = new HashSet<>();
    private final Set<String> after = new HashSet<>();

    private SwappedNames(List<String> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).equalsIgnoreCase("TO")) {
                rename(name(tokens.get(i - 1)), name(lastPart(tokens, i + 1)));
            }
        }
    }

    /** Returns whether a statement renames objects to each other's names, or exchanges a partition with a table. */
    static boolean isIn(List<String> tokens) {
        List<String> words =
                tokens.stream().map(token -> token.toUpperCase(Locale.ROOT)).toList();
        if (words.contains("EXCHANGE")) {
            return true;
        }
        SwappedNames names = new SwappedNames(tokens);
        return words.contains("RENAME") && !names.before.isEmpty() && names.before.equals(names.after);
    }

    private void rename(String from, String to) {
        if (!after.remove(from)) {
            before.add(from);
        }
        after.add(to);
    }

    /** Returns the last part of the name that starts at {@code start}. */
    private static String lastPart(List<String> tokens, int start) {
        int at = start;
        while (at + 2 < tokens.size() && tokens.get(at + 1).equals(".")) {
            at += 2;
        }
        return tokens.get(at);
    }

    private static String name(String token) {
        boolean quoted = token.startsWith("`") || token.startsWith("\"");
        return (quoted ? token.substring(1, token.length() - 1) : token).toLowerCase(Locale.ROOT);
    }
}
