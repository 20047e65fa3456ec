package dev.headway.testing;

/** Which processes use a database. */
public enum Processes {
    /** That of the tests alone. */
    THIS,
    /** Others too, but never two at a time. */
    IN_TURN,
    /** Others too, all at once. */
    AT_ONCE
}
