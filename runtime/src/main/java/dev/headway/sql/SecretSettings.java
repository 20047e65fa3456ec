package dev.headway.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the secrets in URLs and connection strings. */
final class SecretSettings {
    private static final String NAME =
            "(?:password[0-9]?|passwd|pwd|passphrase|secret|token|access_key|key_id|api_?key|[?&;](?:hex)?key)";

    private static final Pattern SETTING = pattern(NAME + "=([^\\s'\"&;,)?:]+)");

    /** Drivers end a value at different characters, so this reads to the last one that any of them accepts. */
    private static final Pattern SETTING_IN_STRING =
            pattern(NAME + "\\s*=\\s*(?:'([^']+)|\"([^\"]+)|([^\\s'\"][^\\s']*))");

    private static final Pattern SETTING_WITH_BLANKS = pattern(";\\s*" + NAME + "=([^;'\"]+)");

    private static final List<Pattern> CREDENTIALS = List.of(
            Pattern.compile("://[^\\s/:@']{0,300}:([^\\s']{1,300})@"),
            pattern("jdbc:oracle:\\w+:[^\\s/'@]{0,300}/([^\\s']{1,300})@"),
            Pattern.compile("\\bBearer\\s+([A-Za-z0-9._~+/=-]{8,})"));

    private SecretSettings() {}

    /** Adds the secrets of a text; {@code inString} means that no SQL is outside the text. */
    static void addTo(List<String> secrets, String text, boolean inString) {
        add(secrets, SETTING, text);
        CREDENTIALS.forEach(pattern -> add(secrets, pattern, text));
        if (inString) {
            add(secrets, SETTING_IN_STRING, text);
            add(secrets, SETTING_WITH_BLANKS, text);
        }
    }

    private static void add(List<String> secrets, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String secret = matcher.group(group);
                if (secret != null) {
                    secrets.add(secret);
                    addDecoded(secrets, secret);
                }
            }
        }
    }

    private static void addDecoded(List<String> secrets, String secret) {
        try {
            secrets.add(URLDecoder.decode(secret, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            // no part of a URL: a percent sign without two digits
        }
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
