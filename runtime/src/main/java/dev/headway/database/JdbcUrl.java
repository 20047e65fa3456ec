package dev.headway.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be shown of a JDBC URL: its protocols, hosts with ports, and the name or path of the database. A URL of any other form
 * is shown as its protocols, since a driver may read a secret in any other place.
 */
final class JdbcUrl {
    private static final String NOT_SHOWN = "…";

    private static final Pattern PROTOCOLS = Pattern.compile("[A-Za-z][A-Za-z0-9+-]*:(?:[A-Za-z][A-Za-z0-9+-]*:)*");
    private static final String HOST = "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+])(?::[0-9]{1,5})?";
    private static final Pattern SERVER =
            Pattern.compile("//(?:" + HOST + "(?:," + HOST + ")*)?(?:/[A-Za-z0-9._/$~ -]*)?");

    /** A host, port and name without slashes before them, or a path of a file, which may begin with the letter of a drive. */
    private static final Pattern PATH =
            Pattern.compile("(?:[A-Za-z]:[/\\\\]|[A-Za-z0-9._-]+:[0-9]{1,5}[:/])?[\\p{L}\\p{N}._/\\\\$~ -]*|:memory:");

    private JdbcUrl() {}

    static String display(String url) {
        Matcher protocols = PROTOCOLS.matcher(url);
        String start = protocols.lookingAt() ? protocols.group() : "";
        if (start.contains("oracle:") || url.indexOf('@') >= 0 || url.indexOf('%') >= 0) {
            return afterCredentials(start, url);
        }
        String place = withoutParameters(url.substring(start.length()));
        return isHarmless(place) ? start + place : start + NOT_SHOWN;
    }

    /** Returns what may be shown of a URL of an unknown driver, which may read a user and a password instead of a path. */
    static String displayUnknown(String url) {
        String shown = display(url);
        boolean plain = url.indexOf('@') >= 0 || url.indexOf(':') < 0 || shown.contains("://");
        return plain ? shown : firstProtocols(url) + NOT_SHOWN;
    }

    /** Only a single {@code @} between credentials and a plain server shows where the credentials end. */
    private static String afterCredentials(String start, String url) {
        int at = url.indexOf('@');
        if (at < 0 || url.indexOf('@', at + 1) >= 0 || url.indexOf('%') >= 0 || at < start.length()) {
            return firstProtocols(url) + NOT_SHOWN;
        }
        String credentials = url.substring(firstProtocols(url).length(), at);
        String place = withoutParameters(url.substring(at + 1));
        boolean server = credentials.startsWith("//");
        String shown = server ? "//" + place : place;
        return isPlainCredentials(credentials) && isHarmless(shown)
                ? firstProtocols(url) + shown
                : firstProtocols(url) + NOT_SHOWN;
    }

    /** A parameter before the {@code @} means that the {@code @} belongs to its value. */
    private static boolean isPlainCredentials(String credentials) {
        return credentials.chars().noneMatch(c -> "?;()[]=,&".indexOf(c) >= 0);
    }

    /** Returns the first two protocols: a user name may follow, which looks like another one. */
    private static String firstProtocols(String url) {
        Matcher first = Pattern.compile(
                        "(?:jdbc:[A-Za-z][A-Za-z0-9+-]*:|[A-Za-z][A-Za-z0-9+-]*:(?=//))", Pattern.CASE_INSENSITIVE)
                .matcher(url);
        return first.lookingAt() ? first.group() : "";
    }

    private static String withoutParameters(String place) {
        int end = 0;
        while (end < place.length() && "?;&".indexOf(place.charAt(end)) < 0) {
            end++;
        }
        return place.substring(0, end);
    }

    private static boolean isHarmless(String place) {
        return SERVER.matcher(place).matches() || PATH.matcher(place).matches();
    }
}
