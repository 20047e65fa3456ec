package dev.headway.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The databases that tests run on: those named by a system property, or all. */
final class DatabaseServers {
    private static final String PROPERTY = "headway.test.databases";

    /** The servers of the built-in databases, then those that other modules provide. */
    private static final List<DatabaseServer> ALL = Stream.concat(
                    Stream.of(
                            new H2Server(),
                            new PostgresServer(),
                            new MariaDbServer(),
                            new MySqlServer(),
                            new SqliteServer()),
                    ServiceLoader.load(DatabaseServer.class).stream().map(ServiceLoader.Provider::get))
            .toList();

    private DatabaseServers() {}

    static List<DatabaseServer> all() {
        return ALL;
    }

    /** Returns the databases of this run. */
    static List<DatabaseServer> selected() {
        return named(System.getProperty(PROPERTY, ""));
    }

    /** Returns the databases in a list of names separated by commas; without a name, all. */
    static List<DatabaseServer> named(String list) {
        if (list.isBlank()) {
            return ALL;
        }
        Set<String> names =
                Arrays.stream(list.split(",")).map(DatabaseServers::lowerCase).collect(Collectors.toSet());
        List<DatabaseServer> found = ALL.stream()
                .filter(server -> names.remove(lowerCase(server.name())))
                .toList();
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("-D" + PROPERTY + "=" + list + " names an unknown database: "
                    + String.join(", ", names) + ". Available: "
                    + ALL.stream().map(server -> lowerCase(server.name())).collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static String lowerCase(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
