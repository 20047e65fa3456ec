package dev.headway.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the secrets in a statement by the words before them. A string that has no end is a secret to the end of the text.
 *
 * @since 0.1
 */
public final class SecretLiterals {
    private static final String STRING =
            "(?:[EeNnXxBb]|[Uu]&)?('(?:[^'\\\\]|''|\\\\.)*+(?:'|\\z)|\"(?:[^\"\\\\]|\"\"|\\\\.)*+(?:\"|\\z)"
                    + "|\\$([A-Za-z_0-9]*)\\$.*?(?:\\$\\2\\$|\\z))";
    private static final Pattern ANY_STRING = Pattern.compile(STRING, Pattern.DOTALL);
    private static final String GAP = "(?:\\s|/\\*.*?\\*/|--[^\\n]*\\n|#[^\\n]*\\n)*";
    private static final String WORD =
            "(?:[A-Z_]*PASSWORD|[A-Z_]*PASSWD|[A-Z_]*PASSPHRASE|[A-Z_]*SECRET|[A-Z_]*KEY_ID|[A-Z_]*ACCESS_KEY|[A-Z_]*TOKEN"
                    + "|CREDENTIALS|SALT|HASH|PRAGMA\\s+(?:\\w+\\.)?\\w*KEY|KEY(?=\\s*=?\\s*')|IDENTIFIED\\s+BY"
                    + "|IDENTIFIED\\s+(?:WITH|VIA)\\s+\\S+\\s+(?:AS|BY|USING)|\\bREPLACE(?=\\s*'))";

    private static final Pattern AFTER_WORD = Pattern.compile(
            "\\b" + WORD + "[\"'`]?" + GAP + "(?:FOR\\b[^=]*)?(?:[=(:]|TO\\b|AS\\b)?" + GAP + "(?:PASSWORD" + GAP
                    + "\\(" + GAP + ")?" + STRING,
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final String PLAIN = "'(?:[^']|'')*+'";

    private static final Pattern LINKED = Pattern.compile(
            "\\bLINKED\\s+TABLE\\b[^(]*\\(" + (GAP + PLAIN + GAP + ",").repeat(3) + GAP + "(" + PLAIN + ")",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** A setting in a string, such as a connection string or a URL. */
    private static final Pattern SETTING = Pattern.compile(
            "(?:password[0-9]?|passwd|pwd|passphrase|secret|token|access_key|key_id|api_key|[?&;]key)=([^\\s'\"&;,)?:]+)",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CREDENTIALS = Pattern.compile("://[^\\s/:@']*:([^\\s']+)@");

    private SecretLiterals() {}

    /** Returns the secrets, as the statement writes them. */
    public static List<String> of(String sql) {
        List<String> secrets = new ArrayList<>();
        addAll(secrets, AFTER_WORD.matcher(sql), 1);
        addAll(secrets, LINKED.matcher(sql), 1);
        addAll(secrets, SETTING.matcher(sql), 1);
        addAll(secrets, CREDENTIALS.matcher(sql), 1);
        return secrets;
    }

    /** Returns all strings of a statement. */
    public static List<String> strings(String sql) {
        List<String> strings = new ArrayList<>();
        addAll(strings, ANY_STRING.matcher(sql), 1);
        return strings;
    }

    private static void addAll(List<String> secrets, Matcher matcher, int group) {
        int from = 0;
        while (from <= matcher.regionEnd() && matcher.find(from)) {
            String secret = unquoted(matcher.group(group));
            if (!secret.isEmpty()) {
                secrets.add(secret);
            }
            from = matcher.end();
        }
    }

    private static String unquoted(String literal) {
        if (literal.startsWith("$")) {
            int tag = literal.indexOf('$', 1) + 1;
            int end = literal.endsWith(literal.substring(0, tag)) && literal.length() >= 2 * tag
                    ? literal.length() - tag
                    : literal.length();
            return literal.substring(tag, end);
        }
        char quote = literal.charAt(0);
        if (quote != '\'' && quote != '"') {
            return literal;
        }
        boolean ended = literal.length() > 1 && literal.charAt(literal.length() - 1) == quote;
        return literal.substring(1, ended ? literal.length() - 1 : literal.length());
    }
}
