package dev.headway.schema;

/** When a constraint is checked. */
public enum Deferral {
    /** With each statement. */
    NOT_DEFERRABLE,
    /** With each statement, unless a transaction asks for later. */
    DEFERRABLE,
    /** At the end of the transaction, unless it asks for earlier. */
    INITIALLY_DEFERRED
}
