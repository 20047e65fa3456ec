package dev.headway.op;

import dev.headway.schema.Identity;

/**
 * Options of a column in which the database can number the rows.
 *
 * @param <T> the options that follow an identity
 */
interface IdentityOptions<T> {

    /** Numbers new rows from 1, unless an insert specifies a number. Implies NOT NULL. */
    default T identity() {
        return identity(Identity.BY_DEFAULT);
    }

    /**
     * Numbers new rows from 1. An insert can't specify a number, except on MariaDB, MySQL and SQLite, which have no way to
     * refuse it. Implies NOT NULL.
     */
    default T identityAlways() {
        return identity(new Identity(true, 1, 1));
    }

    /** Numbers new rows as specified. Existing rows keep their numbers. Implies NOT NULL. */
    T identity(Identity identity);
}
