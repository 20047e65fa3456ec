package dev.headway.testing;

/** What a test asks of a database beyond SQL, and what not all of them have. */
public enum Trait {
    /** DDL is rolled back with its transaction. */
    TRANSACTIONAL_DDL,
    /** DDL commits at once. */
    COMMITTING_DDL,
    /** {@code CREATE INDEX CONCURRENTLY}. */
    CONCURRENT_INDEXES,
    /** Roles with privileges of their own. */
    ROLES
}
