package dev.headway.schema;

/** What becomes of the rows that point at one that is deleted, or whose key changes. */
public enum ReferentialAction {
    /** The change is refused, at the end of the statement or later. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** They follow. */
    CASCADE,
    /** They point at nothing. */
    SET_NULL,
    /** They point where their defaults say. */
    SET_DEFAULT
}
