package dev.headway.op;

import java.util.Objects;

/**
 * The name of a database product, by which migrations tell databases apart: {@code op.on(Database.POSTGRESQL, …)}. A database
 * that is added by a jar of its own declares a constant of its own.
 *
 * @param name the name of the product, such as {@code PostgreSQL}, which messages show
 * @since 0.1
 */
public record Database(String name) {
    /** PostgreSQL. */
    public static final Database POSTGRESQL = new Database("PostgreSQL");
    /** MariaDB. */
    public static final Database MARIADB = new Database("MariaDB");
    /** MySQL. */
    public static final Database MYSQL = new Database("MySQL");
    /** H2. */
    public static final Database H2 = new Database("H2");
    /** SQLite. */
    public static final Database SQLITE = new Database("SQLite");

    /**
     * NameList a database.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Database {
        Objects.requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("A database needs a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
