package dev.headway.internal.tooling.diff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in SQL, as far as they can be told without knowing what its words mean: rather one too many. */
final class SqlNames {
    private static final String BEHIND_NO_LETTER = "(?<![\\p{L}\\p{N}_$])";
    private static final String BEFORE_NO_LETTER = "(?![\\p{L}\\p{N}_$])";

    private SqlNames() {}

    /** Returns whether SQL names something. */
    static boolean in(String sql, String name) {
        return Pattern.compile(
                        BEHIND_NO_LETTER + Pattern.quote(name) + BEFORE_NO_LETTER,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sql)
                .find();
    }

    /** Returns SQL that names something else where it named this, both given as they stand in SQL. */
    static String replaced(String sql, String name, String by) {
        return Pattern.compile(BEHIND_NO_LETTER + Pattern.quote(name) + BEFORE_NO_LETTER)
                .matcher(sql)
                .replaceAll(Matcher.quoteReplacement(by));
    }
}
