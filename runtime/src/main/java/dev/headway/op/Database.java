package dev.headway.op;

/** The databases that a migration can tell apart. */
public enum Database {
    /** PostgreSQL. */
    POSTGRESQL,
    /** MariaDB. */
    MARIADB,
    /** MySQL. */
    MYSQL,
    /** H2. */
    H2,
    /** SQLite. */
    SQLITE
}
