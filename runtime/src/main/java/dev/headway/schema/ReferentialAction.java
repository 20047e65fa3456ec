package dev.headway.schema;

/**
 * The action on referencing rows when a referenced row is deleted, or when its key changes.
 *
 * @since 0.1
 */
public enum ReferentialAction {
    /** Refuses the change at the end of the statement or later. */
    NO_ACTION,
    /** Refuses the change at once. */
    RESTRICT,
    /** Deletes the rows, or changes their keys. */
    CASCADE,
    /** Sets their columns to null. */
    SET_NULL,
    /** Sets their columns to the defaults. */
    SET_DEFAULT
}
