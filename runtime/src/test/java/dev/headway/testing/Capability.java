package dev.headway.testing;

/** What some databases offer beyond SQL, and some tests require. */
public enum Capability {
    /** DDL is rolled back with its transaction. */
    TRANSACTIONAL_DDL,
    /** DDL commits at once. */
    COMMITTING_DDL,
    /** {@code CREATE INDEX CONCURRENTLY}. */
    CONCURRENT_INDEXES,
    /** Roles with privileges of their own. */
    ROLES,
    /** Users with passwords. */
    USERS,
    /** Schemas beside each other in one database. */
    SCHEMAS,
    /** Sequences. */
    SEQUENCES,
    /** Checks are kept, not ignored. */
    CHECKS,
    /** The driver refuses a statement with too few arguments, or too many. */
    COUNTED_ARGUMENTS,
    /** A column is changed by telling it whole. */
    WHOLE_COLUMNS,
    /** Quotes, {@code ||} and subqueries as in standard SQL. */
    STANDARD_SQL,
    /** Values come back as the types that they went in as. */
    TYPED_VALUES,
    /** Statements can be limited in time. */
    STATEMENT_TIMEOUTS,
    /** The lock takes a connection of its own. */
    LOCK_APART,
    /** Several servers can be one database. */
    CLUSTERS,
    /** A client runs scripts. */
    CLIENT,
    /** PostgreSQL's own operators and quotes. */
    POSTGRES_SYNTAX,
    /** MySQL's own types and expressions, beyond MariaDB's. */
    MYSQL_SYNTAX
}
