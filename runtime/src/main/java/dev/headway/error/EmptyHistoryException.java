package dev.headway.error;

/**
 * The code has no revision at all, which usually means that its build lost them. Nothing was run. {@code headway.empty=warn}
 * permits it.
 */
public final class EmptyHistoryException extends HeadwayException {

    /** Describes where revisions were searched, and why there may be none. */
    public EmptyHistoryException(String message) {
        super(message);
    }
}
