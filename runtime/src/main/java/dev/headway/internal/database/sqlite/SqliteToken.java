package dev.headway.internal.database.sqlite;

import java.util.ArrayList;
import java.util.List;

/**
 * A word, a name in quotes, a text, a number or a sign of SQLite's SQL. White space and comments are none.
 *
 * @param text the token as it is written
 * @param start where it begins
 */
record SqliteToken(String text, int start) {

    /**
     * Returns the tokens of {@code sql}, in order.
     *
     * @throws IllegalStateException if a quote is not closed
     */
    static List<SqliteToken> of(String sql) {
        List<SqliteToken> tokens = new ArrayList<>();
        int i = 0;
        while (i < sql.length()) {
            int end = endOfBlank(sql, i);
            if (end == i) {
                end = endOfToken(sql, i);
                tokens.add(new SqliteToken(sql.substring(i, end), i));
            }
            i = end;
        }
        return List.copyOf(tokens);
    }

    private static int endOfBlank(String sql, int from) {
        if (sql.startsWith("--", from)) {
            int end = sql.indexOf('\n', from);
            return end < 0 ? sql.length() : end + 1;
        } else if (sql.startsWith("/*", from)) {
            int end = sql.indexOf("*/", from + 2);
            return end < 0 ? sql.length() : end + 2;
        }
        return Character.isWhitespace(sql.charAt(from)) ? from + 1 : from;
    }

    private static int endOfToken(String sql, int from) {
        char first = sql.charAt(from);
        if (first == '[') {
            return closed(sql, from, sql.indexOf(']', from));
        } else if (first == '"' || first == '\'' || first == '`') {
            return endOfQuoted(sql, from, first);
        } else if ((first == 'x' || first == 'X') && sql.startsWith("'", from + 1)) {
            return endOfQuoted(sql, from + 1, '\'');
        } else if (isDigit(sql, from) || (first == '.' && isDigit(sql, from + 1))) {
            return endOfNumber(sql, from);
        }
        int end = from;
        while (end < sql.length() && isPartOfWord(sql.charAt(end))) {
            end++;
        }
        return end == from ? from + 1 : end;
    }

    private static boolean isDigit(String sql, int at) {
        return at < sql.length() && Character.isDigit(sql.charAt(at));
    }

    private static int endOfNumber(String sql, int from) {
        boolean hexadecimal = sql.startsWith("0x", from) || sql.startsWith("0X", from);
        int end = from;
        while (end < sql.length()) {
            char c = sql.charAt(end);
            boolean exponent = end > from && !hexadecimal && Character.toLowerCase(sql.charAt(end - 1)) == 'e';
            if (!isPartOfWord(c) && c != '.' && !(exponent && (c == '-' || c == '+'))) {
                return end;
            }
            end++;
        }
        return end;
    }

    private static int endOfQuoted(String sql, int from, char quote) {
        int end = sql.indexOf(quote, from + 1);
        while (end >= 0 && end + 1 < sql.length() && sql.charAt(end + 1) == quote) {
            end = sql.indexOf(quote, end + 2);
        }
        return closed(sql, from, end);
    }

    private static int closed(String sql, int from, int end) {
        if (end < 0) {
            throw new IllegalStateException("The quote at " + from + " does not close in: " + sql);
        }
        return end + 1;
    }

    /** Whatever is not ASCII is part of a word. */
    private static boolean isPartOfWord(char c) {
        return c == '_' || c == '$' || c >= 0x80 || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    int end() {
        return start + text.length();
    }

    /** Returns whether it is this keyword, or this sign. */
    boolean is(String word) {
        return text.equalsIgnoreCase(word);
    }

    /** Returns whether it can be the name of something: a word, or a name in quotes. */
    boolean isName() {
        char first = text.charAt(0);
        return first == '"'
                || first == '`'
                || first == '['
                || (isPartOfWord(first) && !Character.isDigit(first) && !text.endsWith("'"));
    }

    /** Returns the name that it is, out of its quotes. SQLite takes a text for a name where only a name can stand. */
    String name() {
        char first = text.charAt(0);
        if (first == '[') {
            return text.substring(1, text.length() - 1);
        } else if (first == '"' || first == '`' || first == '\'') {
            String quote = String.valueOf(first);
            return text.substring(1, text.length() - 1).replace(quote + quote, quote);
        }
        return text;
    }

    /** Returns whether it is this name; SQLite tells no case apart. */
    boolean isNamed(String name) {
        return isName() && name().equalsIgnoreCase(name);
    }
}
