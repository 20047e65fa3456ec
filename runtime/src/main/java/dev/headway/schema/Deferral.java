package dev.headway.schema;

/**
 * The time at which a constraint is checked.
 *
 * @since 0.1
 */
public enum Deferral {
    /** With each statement. */
    NOT_DEFERRABLE,
    /** With each statement, unless a transaction defers it. */
    DEFERRABLE,
    /** At the end of the transaction, unless the transaction changes that. */
    INITIALLY_DEFERRED
}
