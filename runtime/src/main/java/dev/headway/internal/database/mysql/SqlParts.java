package dev.headway.internal.database.mysql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits SQL as MySQL prints it, where quotes and parentheses are balanced. */
final class SqlParts {
    private SqlParts() {}

    /** Returns what stands between separators that are outside quotes and parentheses, without empty parts. */
    static List<String> split(String sql, char separator) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        int at = 0;
        while (at < sql.length()) {
            if (sql.charAt(at) == separator) {
                addUnlessEmpty(parts, sql.substring(start, at));
                start = at + 1;
            }
            at = end(sql, at);
        }
        addUnlessEmpty(parts, sql.substring(start));
        return parts;
    }

    private static void addUnlessEmpty(List<String> parts, String part) {
        if (!part.isEmpty()) {
            parts.add(part);
        }
    }

    /** Returns the end of the quoted text, the parentheses or the character that start at {@code start}. */
    static int end(String sql, int start) {
        char first = sql.charAt(start);
        if (first == '(') {
            int at = start + 1;
            while (at < sql.length() && sql.charAt(at) != ')') {
                at = end(sql, at);
            }
            return Math.min(at + 1, sql.length());
        }
        return first == '\'' || first == '"' || first == '`' ? endOfQuotes(sql, start) : start + 1;
    }

    /** A doubled quote ends one text and starts the next, which amounts to the same. */
    private static int endOfQuotes(String sql, int start) {
        char quote = sql.charAt(start);
        int at = start + 1;
        while (at < sql.length() && sql.charAt(at) != quote) {
            at += quote != '`' && sql.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, sql.length());
    }

    /** Returns what is in the parentheses that enclose {@code sql}. */
    static String inner(String sql) {
        return sql.substring(1, sql.length() - 1);
    }

    /** Returns whether parentheses enclose all of {@code sql}. */
    static boolean isEnclosed(String sql) {
        return sql.startsWith("(") && end(sql, 0) == sql.length() && sql.endsWith(")");
    }

    /** Returns a name without its quotes. */
    static String unquoted(String name) {
        String quote = name.substring(0, 1);
        return isKeyword(name) ? name : name.substring(1, name.length() - 1).replace(quote + quote, quote);
    }

    /** Returns whether a word is not in quotes. */
    static boolean isKeyword(String word) {
        return !word.startsWith("`") && !word.startsWith("\"");
    }

    /** Returns a word in capitals, in which MySQL prints keywords. */
    static String keyword(String word) {
        return word.toUpperCase(Locale.ROOT);
    }
}
