package dev.headway.cli;

import dev.headway.error.CommandException;
import org.jspecify.annotations.Nullable;

/** The revisions between which a script leads; without a database, both must be specified. */
record ScriptRange(String from, String to) {

    /**
     * Does nothing if the argument is a single revision.
     *
     * @throws CommandException if it is a range, which only scripts accept
     */
    static void requireOne(String argument) {
        if (argument.indexOf(':') >= 0) {
            throw new CommandException("Range revision not allowed: '" + argument
                    + "' names a start, which Headway reads from the database. Nothing was run. Specify the target only, or"
                    + " use --sql for a script.");
        }
    }

    /** Parses {@code from:to}; {@code otherwise} is the start if the argument is {@code to} alone. */
    static ScriptRange of(String argument, @Nullable String otherwise) {
        int colon = argument.indexOf(':');
        if (colon >= 0) {
            return new ScriptRange(argument.substring(0, colon), argument.substring(colon + 1));
        } else if (otherwise == null) {
            throw new CommandException("downgrade with --sql requires <fromrev>:<torev>: a script does not read the"
                    + " start from a database. For example: downgrade --sql head:" + argument + ".");
        }
        return new ScriptRange(otherwise, argument);
    }
}
