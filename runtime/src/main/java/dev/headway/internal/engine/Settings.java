package dev.headway.internal.engine;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a database, and how to behave there.
 *
 * @param url the JDBC URL
 * @param user the user; null if the URL says it, or none is needed
 * @param password the password; null likewise
 * @param schema the schema to work in; null for the connection's own
 * @param policy how to behave there
 */
public record Settings(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String schema,
        Policy policy) {
    /** Does not show the password, nor a URL that may hold one. */
    @Override
    public String toString() {
        return "Settings[user=" + user + ", schema=" + schema + ", policy=" + policy + "]";
    }
}
