package dev.headway.engine;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database, and how to behave there.
 *
 * @param url the JDBC URL
 * @param user the user; null if the URL says it, or none is needed
 * @param password the password; null likewise
 * @param schema the schema to work in; null for the connection's own
 * @param lockTimeout how long to wait for another process that migrates the database
 */
public record Settings(
        String url,
        @Nullable String user,
        @Nullable String password,
        @Nullable String schema,
        Duration lockTimeout) {
    /** How long to wait for the lock where nothing else is said. */
    public static final Duration DEFAULT_LOCK_TIMEOUT = Duration.ofMinutes(10);

    /** Does not show the password, nor a URL that may hold one. */
    @Override
    public String toString() {
        return "Settings[user=" + user + ", schema=" + schema + ", lockTimeout=" + lockTimeout + "]";
    }
}
