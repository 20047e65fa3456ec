package dev.headway.internal.engine.connection;

import org.jspecify.annotations.Nullable;

/**
 * How to reach a database.
 *
 * @param url the JDBC URL
 * @param user the user; null if the URL names the user, or none is needed
 * @param password the password; null if the URL has it, or none is needed
 * @param schema the schema to work in; null for the connection's own
 */
public record ConnectionSettings(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String schema) {
    /** Omits the password, and the URL, which may contain one. */
    @Override
    public String toString() {
        return "ConnectionSettings[user=" + user + ", schema=" + schema + "]";
    }
}
