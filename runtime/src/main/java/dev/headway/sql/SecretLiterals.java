package dev.headway.sql;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Finds the secrets in a statement by the words before them. A string that has no end is a secret to the end of the text.
 *
 * @since 0.1
 */
public final class SecretLiterals {
    private static final int DEEPEST = 3;
    private static final int SHORTEST_STATEMENT = 8;

    /** A shorter text occurs in other words, so it is hidden only right after a word such as {@code PASSWORD}. */
    private static final int SHORTEST_GUESS = 3;

    private static final Set<String> ALGORITHMS =
            Set.of("aes", "des", "md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha-256", "sha-512");

    private final List<String> secrets = new ArrayList<>();

    private SecretLiterals() {}

    /** Returns the secrets, as the statement writes them. */
    public static List<String> of(String sql) {
        return search(sql, false);
    }

    /** Returns the secrets in a URL, as it writes them, and as drivers decode them. */
    public static List<String> ofUrl(String url) {
        return search(url, true);
    }

    private static List<String> search(String text, boolean isString) {
        SecretLiterals found = new SecretLiterals();
        found.search(text, isString ? 1 : 0);
        found.secrets.removeIf(String::isEmpty);
        return List.copyOf(new LinkedHashSet<>(found.secrets));
    }

    /** Returns all strings of a statement. */
    public static List<String> strings(String sql) {
        Set<String> strings = new LinkedHashSet<>();
        StringLiterals.Reading.of(sql)
                .forEach(reading ->
                        strings.addAll(StringLiterals.of(sql, reading).strings()));
        strings.remove("");
        return List.copyOf(strings);
    }

    /** Searches a statement, or at a greater depth a string or a comment in it, which may contain a statement too. */
    private void search(String text, int depth) {
        SecretSettings.addTo(secrets, text, depth > 0);
        Set<String> within = new LinkedHashSet<>();
        for (StringLiterals.Reading reading : StringLiterals.Reading.of(text)) {
            StringLiterals literals = StringLiterals.of(text, reading);
            search(literals);
            within.addAll(literals.texts());
        }
        if (depth < DEEPEST) {
            within.stream()
                    .filter(part -> part.length() >= SHORTEST_STATEMENT && part.length() < text.length())
                    .forEach(part -> search(part, depth + 1));
        }
    }

    private void search(StringLiterals literals) {
        String outline = literals.outline();
        List<String> strings = literals.strings();
        for (Matcher matcher = SecretWords.SECRET_STRING.matcher(outline); matcher.find(); ) {
            secrets.add(string(strings, matcher.group(1)));
        }
        for (Matcher matcher = SecretWords.SECRET_WORD.matcher(outline); matcher.find(); ) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                guess(matcher.group(group) == null ? "" : matcher.group(group));
            }
        }
        for (Matcher matcher = SecretWords.TWO_STRINGS.matcher(outline); matcher.find(); ) {
            String first = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
            if (SecretWords.endsWithWord(string(strings, first))) {
                guess(string(strings, matcher.group(3)));
            }
        }
        for (int i = 0; i < strings.size(); i++) {
            if (SecretWords.formatsSecret(strings.get(i))) {
                strings.subList(i + 1, strings.size()).forEach(this::guess);
            }
        }
        new SecretArguments(outline, strings).find(number -> guess(string(strings, number)));
    }

    private static String string(List<String> strings, String number) {
        return strings.get(Integer.parseInt(number));
    }

    private void guess(String secret) {
        if (secret.length() >= SHORTEST_GUESS && !ALGORITHMS.contains(secret.toLowerCase(Locale.ROOT))) {
            secrets.add(secret);
        }
    }
}
