package dev.headway.testing;

import org.jdbi.v3.core.Handle;

/** The databases of a MariaDB or MySQL server that tests have created. */
final class UserDatabases {
    private UserDatabases() {}

    /** Drops the database of the test, and those that it created beside it. */
    static void drop(Handle server) {
        server.execute("SET foreign_key_checks = 0");
        server.createQuery("SELECT schema_name FROM information_schema.schemata WHERE schema_name NOT IN"
                        + " ('information_schema', 'mysql', 'performance_schema', 'sys', 'test')")
                .mapTo(String.class)
                .list()
                .forEach(database -> server.execute("DROP DATABASE `" + database.replace("`", "``") + "`"));
    }
}
