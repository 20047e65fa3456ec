package dev.headway.database;

/**
 * A setting of the session for the time of one statement.
 *
 * @param set the statement that changes the setting, and remembers its value in the session
 * @param reset the statement that sets it back to that value
 * @since 0.1
 */
public record TemporarySetting(String set, String reset) {}
