package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is to be measured.
 *
 * @param rounds how often each is measured
 * @param sizes how many revisions, or tables, there are
 * @param servers where
 * @param contenders whom
 */
record BenchmarkSettings(int rounds, List<Integer> sizes, List<String> servers, List<MigrationTool> contenders) {

    /** Reads {@code 5 100,1000 h2,postgresql,mariadb jdbc,headway,flyway,liquibase}; what is left out is all of them. */
    static BenchmarkSettings of(String... args) {
        return new BenchmarkSettings(
                Integer.parseInt(args[0]),
                list(args[1]).map(Integer::valueOf).toList(),
                list(args.length > 2 ? args[2] : "h2,postgresql,mariadb").toList(),
                list(args.length > 3 ? args[3] : "jdbc,headway,flyway,liquibase")
                        .map(MigrationTool::named)
                        .toList());
    }

    private static Stream<String> list(String words) {
        return Stream.of(words.split(",", -1));
    }

    /** What is done with one history on one server. */
    @FunctionalInterface
    interface Measurement {
        /** Measures, and prints a row. */
        void of(GeneratedHistory history, BenchmarkServer server) throws IOException, SQLException;
    }

    /** Measures each size on each server. */
    void forEach(ClassPathJars artifacts, Measurement measurement) throws IOException, SQLException {
        for (int size : sizes) {
            try (GeneratedHistory history = GeneratedHistory.make(artifacts, size)) {
                for (String name : servers) {
                    try (BenchmarkServer server = BenchmarkServer.start(name)) {
                        measurement.of(history, server);
                    }
                }
            }
        }
    }

    /** Returns the titles of a table with a column for each contender, and one for what is said of each of Headway's peers. */
    String[] titles(String ofPeers) {
        List<String> titles = new ArrayList<>(List.of("database", "revisions"));
        contenders.forEach(contender -> titles.add(contender.title()));
        peers().forEach(peer -> titles.add(ofPeers + peer.title()));
        return titles.toArray(String[]::new);
    }

    /** Returns all but Headway. */
    List<MigrationTool> peers() {
        return contenders.stream()
                .filter(contender -> contender != MigrationTool.HEADWAY)
                .toList();
    }
}
