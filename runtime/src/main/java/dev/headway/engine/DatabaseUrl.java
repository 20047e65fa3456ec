package dev.headway.engine;

/** What of a JDBC URL may be shown: not its parameters, nor a user and password within it. */
final class DatabaseUrl {
    private DatabaseUrl() {}

    static String shown(String url) {
        int end = url.length();
        for (char parameters : new char[] {'?', ';'}) {
            int at = url.indexOf(parameters);
            end = at < 0 ? end : Math.min(end, at);
        }
        String shown = url.substring(0, end);
        int authority = shown.indexOf("//");
        int credentials = shown.lastIndexOf('@');
        return authority >= 0 && credentials > authority
                ? shown.substring(0, authority + 2) + shown.substring(credentials + 1)
                : shown;
    }
}
