package dev.headway.database;

/** What may be shown of a JDBC URL: neither its parameters nor credentials within it. */
final class JdbcUrl {
    private JdbcUrl() {}

    static String display(String url) {
        int end = url.length();
        for (char parameters : new char[] {'?', ';'}) {
            int at = url.indexOf(parameters);
            end = at < 0 ? end : Math.min(end, at);
        }
        String shown = url.substring(0, end);
        int credentials = shown.lastIndexOf('@');
        if (credentials < 0) {
            return shown;
        }
        int authority = shown.indexOf("//");
        int subprotocol = shown.indexOf(':', shown.indexOf(':') + 1);
        int start = authority >= 0 && authority < credentials ? authority + 2 : subprotocol + 1;
        return start > credentials ? shown : shown.substring(0, start) + shown.substring(credentials + 1);
    }
}
