package dev.headway.error;

/** A command cannot be carried out as given. Nothing was changed. */
public final class CommandException extends HeadwayException {

    /** States why the command is refused, and which command or option to use instead. */
    public CommandException(String message) {
        super(message);
    }
}
