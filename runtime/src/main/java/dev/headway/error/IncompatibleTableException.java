package dev.headway.error;

/**
 * A table of Headway's own, such as {@code headway_revision}, has columns or values that this version of Headway does not know,
 * or lacks columns that it needs. Nothing was run.
 */
public final class IncompatibleTableException extends HeadwayException {

    /** Names the table and the difference, and describes what to do. */
    public IncompatibleTableException(String message) {
        super(message);
    }
}
