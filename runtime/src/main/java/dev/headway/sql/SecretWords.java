package dev.headway.sql;

import java.util.regex.Pattern;

/** The words before secrets, as patterns for the outline of a statement, in which a number stands for each string. */
final class SecretWords {
    private static final String NAME = "(?:[A-Z0-9_]{0,100}(?:PASSWORD|PASSWD|PWD|PASSPHRASE|SECRET|TOKEN|KEY_ID"
            + "|(?:API|ACCESS|PRIVATE|SECRET|ENCRYPTION)_?KEY)[0-9]?(?:_(?:HASH|COMMAND|KEY|VALUE|DIGEST|ENCRYPTED))?"
            + "|CREDENTIALS)";

    private static final String WORD =
            "(?:" + NAME + "|SALT|HASH|PRAGMA\\s+(?:\\w+\\.)?\\w*KEY|\\bAS\\s+\\S{1,200}\\s+KEY"
                    + "|KEY(?=\\s*=?\\s*')|IDENTIFIED\\s+BY(?:\\s+VALUES)?"
                    + "|(?:WITH|VIA|OR|AND)\\s+\\S{1,200}\\s+(?:AS|BY|USING)|REPLACE(?=\\s*['\"]))";

    private static final String PREFIX = "(?:[ENXB]|U&|_[A-Z0-9]+\\s*)?";
    private static final String REFERENCE = PREFIX + "['\"]([0-9]+)['\"]";
    private static final String CALL = "(?:(?!ENUM\\b|SET\\b|CHECK\\b)\\w+\\s*\\(\\s*)?";

    /** A string. */
    static final Pattern STRING = Pattern.compile("['\"]([0-9]+)['\"]");

    /** A secret string after a word. */
    static final Pattern SECRET_STRING =
            pattern("\\b" + WORD + "[`\\]]?\\s*(?:FOR\\b[^=]{0,300})?(?:[=(:]|TO\\b|AS\\b)?\\s*" + CALL + REFERENCE);

    /** A secret without quotes after a word. */
    static final Pattern SECRET_WORD =
            pattern("\\bIDENTIFIED\\s+BY\\s+(?!PASSWORD\\b|VALUES\\b|RANDOM\\b|[A-Z_0-9]*\\s*['\"])"
                    + "([^\\s'\",;()?:]+)(?:\\s+REPLACE\\s+([^\\s'\",;()?:]+))?"
                    + "|\\bPRAGMA\\s+(?:\\w+\\.)?\\w*KEY\\s*[=(]\\s*([^'\"\\s;)?:]+)"
                    + "|\\b" + WORD + "\\s*=?\\s*(0x[0-9A-F]+)");

    /** Two strings, of which the first may end with a word, such as {@code 'app.password', 'secret'}. */
    static final Pattern TWO_STRINGS =
            pattern("(?:'([0-9]+)'\\s*(?:[,=:]|\\|\\||TO\\b)|\"([0-9]+)\"\\s*(?:[=:]|\\|\\||TO\\b)?)\\s*"
                    + "(?:\\w+\\s*\\(\\s*)?(?=" + REFERENCE + ")");

    private static final Pattern ENDS_WITH_WORD = pattern("(?:" + NAME + "|IDENTIFIED\\s+BY)\\s*[=:]?\\s*['\"]*\\z");

    private static final Pattern FORMAT = pattern("\\b(?:" + NAME + "|IDENTIFIED\\s+BY)\\s*=?\\s*'*%");

    private static final Pattern WHOLE_NAME = pattern(NAME);

    private SecretWords() {}

    /** Returns whether the string after this one is a secret. */
    static boolean endsWithWord(String string) {
        return ENDS_WITH_WORD
                .matcher(string.substring(Math.max(0, string.length() - 200)))
                .find();
    }

    /** Returns whether this format takes a secret, as {@code 'PASSWORD %L'}. */
    static boolean formatsSecret(String string) {
        return FORMAT.matcher(string).find();
    }

    /** Returns whether a column of this name has secrets. */
    static boolean isSecretName(String name) {
        return WHOLE_NAME.matcher(name).matches();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
