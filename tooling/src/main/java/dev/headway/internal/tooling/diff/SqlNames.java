package dev.headway.internal.tooling.diff;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds names in SQL without parsing it, so it may find a name where SQL means something else. */
final class SqlNames {
    private static final String BEHIND_NO_LETTER = "(?<![\\p{L}\\p{N}_$])";
    private static final String BEFORE_NO_LETTER = "(?![\\p{L}\\p{N}_$])";

    private SqlNames() {}

    /** Returns whether SQL contains a name. */
    static boolean in(String sql, String name) {
        return Pattern.compile(
                        BEHIND_NO_LETTER + Pattern.quote(name) + BEFORE_NO_LETTER,
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sql)
                .find();
    }

    /** Replaces a name in SQL; both names are given as they are written in SQL. */
    static String replaced(String sql, String name, String by) {
        return Pattern.compile(BEHIND_NO_LETTER + Pattern.quote(name) + BEFORE_NO_LETTER)
                .matcher(sql)
                .replaceAll(Matcher.quoteReplacement(by));
    }
}
