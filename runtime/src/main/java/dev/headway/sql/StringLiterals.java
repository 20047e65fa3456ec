package dev.headway.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The strings of a statement, and the statement with a number in place of each: {@code PASSWORD '0'}. The statement may be of any
 * database, and may be cut off, so a string that has no end ends with the text.
 */
final class StringLiterals {
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$(?:[\\p{L}_][\\p{L}\\p{N}_]*)?\\$");

    private static final boolean[] NO = {false};
    private static final boolean[] BOTH = {false, true};

    /** One of the ways in which databases read a text. Errors are also shown where the database is unknown. */
    record Reading(boolean backslashEscapes, boolean hashAndSlashComments) {
        /** Returns the readings of a text that differ. */
        static List<Reading> of(String text) {
            List<Reading> readings = new ArrayList<>();
            for (boolean escapes : text.indexOf('\\') < 0 ? NO : BOTH) {
                for (boolean comments : text.indexOf('#') < 0 && !text.contains("//") ? NO : BOTH) {
                    readings.add(new Reading(escapes, comments));
                }
            }
            return readings;
        }
    }

    private final String sql;
    private final Reading reading;
    private final StringBuilder outline = new StringBuilder();
    private final List<String> strings = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();

    private StringLiterals(String sql, Reading reading) {
        this.sql = sql;
        this.reading = reading;
    }

    static StringLiterals of(String sql, Reading reading) {
        StringLiterals literals = new StringLiterals(sql, reading);
        int at = 0;
        while (at < sql.length()) {
            at = literals.read(at);
        }
        return literals;
    }

    /** Returns the statement with the number of each string in its place, and without comments. */
    String outline() {
        return outline.toString();
    }

    /** Returns what is between the quotes, as it is written there. */
    List<String> strings() {
        return strings;
    }

    /** Returns the strings as the database reads them, and the comments. */
    List<String> texts() {
        return texts;
    }

    private int read(int at) {
        char c = sql.charAt(at);
        if (c == '\'' || c == '"') {
            return readString(at, c);
        } else if (c == '$') {
            Matcher tag = DOLLAR_QUOTE.matcher(sql).region(at, sql.length());
            if (tag.lookingAt()) {
                int end = endOf(tag.group(), tag.end());
                add('\'', sql.substring(tag.end(), end));
                texts.add(sql.substring(tag.end(), end));
                return Math.min(end + tag.group().length(), sql.length());
            }
        } else if (sql.startsWith("/*!", at) || sql.startsWith("/*M!", at)) {
            outline.append(' ');
            return afterVersion(sql.indexOf('!', at) + 1);
        } else if (sql.startsWith("/*", at)) {
            return readComment(at + 2, "*/");
        } else if (sql.startsWith("--", at)) {
            return readComment(at + 2, "\n");
        } else if (reading.hashAndSlashComments() && (c == '#' || sql.startsWith("//", at))) {
            return readComment(at + 1, "\n");
        }
        outline.append(c);
        return at + 1;
    }

    private int readString(int start, char quote) {
        int at = start + 1;
        while (at < sql.length()) {
            if (sql.charAt(at) == '\\' && reading.backslashEscapes()) {
                at++;
            } else if (sql.charAt(at) == quote) {
                if (at + 1 == sql.length() || sql.charAt(at + 1) != quote) {
                    break;
                }
                at++;
            }
            at++;
        }
        int end = Math.min(at, sql.length());
        String string = sql.substring(start + 1, end);
        add(quote, string);
        String unescaped = string.replace("" + quote + quote, "" + quote);
        texts.add(reading.backslashEscapes() ? unescaped.replace("\\" + quote, "" + quote) : unescaped);
        return Math.min(end + 1, sql.length());
    }

    private int readComment(int start, String end) {
        int stop = endOf(end, start);
        texts.add(sql.substring(start, stop));
        outline.append(' ');
        return Math.min(stop + end.length(), sql.length());
    }

    private int afterVersion(int start) {
        int at = start;
        while (at < sql.length() && Character.isDigit(sql.charAt(at))) {
            at++;
        }
        return at;
    }

    private int endOf(String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found;
    }

    private void add(char quote, String text) {
        outline.append(quote).append(strings.size()).append(quote);
        strings.add(text);
    }
}
