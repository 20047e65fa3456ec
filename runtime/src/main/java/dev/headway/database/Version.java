package dev.headway.database;

/**
 * The version of a database.
 *
 * @param major the first number
 * @param minor the second
 */
public record Version(int major, int minor) {
    /** Newer than all, for what is written without a database. */
    public static final Version LATEST = new Version(Integer.MAX_VALUE, 0);

    public boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || (major == otherMajor && minor < otherMinor);
    }
}
