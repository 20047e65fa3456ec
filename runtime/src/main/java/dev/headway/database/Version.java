package dev.headway.database;

/**
 * The version of a database.
 *
 * @param major the first number
 * @param minor the second number
 * @since 0.1
 */
public record Version(int major, int minor) {
    /** Newer than any release; the version for scripts, which are written without a database. */
    public static final Version LATEST = new Version(Integer.MAX_VALUE, 0);

    /** Returns whether this version is older than another. */
    public boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || (major == otherMajor && minor < otherMinor);
    }
}
