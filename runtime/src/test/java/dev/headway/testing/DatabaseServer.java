package dev.headway.testing;

import java.util.Optional;
import java.util.Set;

/**
 * Makes fresh, empty databases of one kind. A module that adds a database names its server in {@code
 * META-INF/services/dev.headway.testing.DatabaseServer}, to run tests of this module on it.
 */
public interface DatabaseServer {

    /** Returns the name of the kind. */
    String name();

    /** Returns what its databases offer. */
    Set<Capability> capabilities();

    /** Returns why it can't start on this machine, if it can't. */
    default Optional<String> missing() {
        return Optional.empty();
    }

    /** Makes a database, for one test. */
    TestDatabase create();

    /** Makes a database that these processes can use, for one test. */
    default TestDatabase create(Processes processes) {
        return create();
    }

    /** Drops all that is in a database. */
    void clear(TestDatabase database);

    /** Returns the program for its scripts, if it is here. */
    default Optional<Client> client(TestDatabase database) {
        return Optional.empty();
    }

    /** Returns what its names are quoted with. */
    default String quote() {
        return "\"";
    }

    /** Returns the statement with which an administrator ends the session that has this id on the server. */
    default String endSession(String id) {
        throw new UnsupportedOperationException(name() + " has no sessions on a server");
    }

    /** Returns the expression for the schema that connections work in. */
    default String currentSchema() {
        return "current_schema";
    }
}
