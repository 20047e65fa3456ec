package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures whole processes that find nothing to do. */
public final class ColdStartBenchmark {
    private ColdStartBenchmark() {}

    /**
     * Prints a table. What is said of each peer is the part that Headway adds to bare JDBC of what the peer adds.
     *
     * @param args as {@link BenchmarkSettings} reads them
     */
    public static void main(String[] args) throws IOException, SQLException {
        BenchmarkSettings setup = BenchmarkSettings.of(args);
        ClassPathJars artifacts = ClassPathJars.onClassPath();
        MarkdownTable table = new MarkdownTable(setup.titles("Headway / "));
        setup.forEach(artifacts, (history, server) -> {
            UpToDatePrograms ready = new UpToDatePrograms(setup, artifacts, history, server);
            AlternatingMeasurement.Results<MigrationTool> times = new AlternatingMeasurement<MigrationTool>(
                            setup.rounds())
                    .run(setup.contenders(), contender -> AlternatingMeasurement.seconds(() -> ready.run(contender)));
            List<String> row = new ArrayList<>(List.of(server.name(), MarkdownTable.number(history.count())));
            setup.contenders().forEach(contender -> row.add(MarkdownTable.ms(times.of(contender))));
            setup.peers().forEach(peer -> row.add(ratio(times, peer)));
            table.row(row);
        });
    }

    private static String ratio(AlternatingMeasurement.Results<MigrationTool> times, MigrationTool peer) {
        return peer == MigrationTool.JDBC
                ? MarkdownTable.ratio(times.ratio(MigrationTool.HEADWAY, peer))
                : MarkdownTable.ratio(times.median(round -> above(round, MigrationTool.HEADWAY) / above(round, peer)))
                        + " (above JDBC)";
    }

    private static double above(AlternatingMeasurement.Round<MigrationTool> round, MigrationTool contender) {
        return round.of(contender) - round.of(MigrationTool.JDBC);
    }
}
