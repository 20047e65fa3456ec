package dev.headway.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a database.
 *
 * @param major the first number
 * @param minor the second number
 * @param patch the third number; 0 if there is none
 * @since 0.1
 */
public record Version(int major, int minor, int patch) {
    private static final Pattern THREE = Pattern.compile("^\\d+\\.\\d+\\.(\\d{1,9})");

    /** Newer than any release; the version for scripts, which are written without a database. */
    public static final Version LATEST = new Version(Integer.MAX_VALUE, 0);

    /** Makes a version of two numbers. */
    public Version(int major, int minor) {
        this(major, minor, 0);
    }

    /** Returns this version with the third number of a product version such as {@code 8.0.15-debug}, if it has one. */
    public Version withPatchOf(String productVersion) {
        Matcher three = THREE.matcher(productVersion);
        return three.find() ? new Version(major, minor, Integer.parseInt(three.group(1))) : this;
    }

    /** Returns whether this version is older than another. */
    public boolean isBefore(int otherMajor, int otherMinor) {
        return major < otherMajor || (major == otherMajor && minor < otherMinor);
    }

    /** Returns whether this version is older than another, down to the patch. */
    public boolean isBefore(int otherMajor, int otherMinor, int otherPatch) {
        boolean sameSeries = major == otherMajor && minor == otherMinor;
        return isBefore(otherMajor, otherMinor) || (sameSeries && patch < otherPatch);
    }
}
