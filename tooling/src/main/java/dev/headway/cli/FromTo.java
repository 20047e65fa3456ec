package dev.headway.cli;

import dev.headway.error.ConfigurationException;
import org.jspecify.annotations.Nullable;

/** The two ends of a script, which knows no database that could tell where it is. */
record FromTo(String from, String to) {

    /**
     * Does nothing if there is one end.
     *
     * @throws ConfigurationException if it is a range, which is for scripts
     */
    static void requireOne(String argument) {
        if (argument.indexOf(':') >= 0) {
            throw new ConfigurationException("Range revision not allowed: '" + argument
                    + "' says where to begin, which the database knows better. Nothing was run. Name only where to go, or"
                    + " say --sql for a script.");
        }
    }

    /** Reads {@code from:to}, or {@code to} alone where there is a place to begin {@code otherwise}. */
    static FromTo of(String argument, @Nullable String otherwise) {
        int colon = argument.indexOf(':');
        if (colon >= 0) {
            return new FromTo(argument.substring(0, colon), argument.substring(colon + 1));
        } else if (otherwise == null) {
            throw new ConfigurationException(
                    "downgrade with --sql requires <fromrev>:<torev>: no database is asked where it"
                            + " is. For example: downgrade --sql head:" + argument + ".");
        }
        return new FromTo(otherwise, argument);
    }
}
