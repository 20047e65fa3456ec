package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures the most memory that whole processes have that find nothing to do; on Linux, which tells it. */
public final class MemoryBenchmark {
    private static final double KILOBYTES = 1024;

    private MemoryBenchmark() {}

    /**
     * Prints a table.
     *
     * @param args as {@link BenchmarkSettings} reads them
     */
    public static void main(String[] args) throws IOException, SQLException {
        BenchmarkSettings setup = BenchmarkSettings.of(args);
        ClassPathJars artifacts = ClassPathJars.onClassPath();
        MarkdownTable table = new MarkdownTable(setup.titles("Headway / "));
        setup.forEach(artifacts, (history, server) -> {
            UpToDatePrograms ready = new UpToDatePrograms(setup, artifacts, history, server, "-Dpeak");
            AlternatingMeasurement.Results<MigrationTool> megabytes = new AlternatingMeasurement<MigrationTool>(
                            setup.rounds())
                    .run(setup.contenders(), contender -> lastNumber(ready.run(contender)) / KILOBYTES);
            List<String> row = new ArrayList<>(List.of(server.name(), MarkdownTable.number(history.count())));
            setup.contenders().forEach(contender -> row.add(MarkdownTable.mb(megabytes.of(contender))));
            setup.peers().forEach(peer -> row.add(MarkdownTable.ratio(megabytes.ratio(MigrationTool.HEADWAY, peer))));
            table.row(row);
        });
    }

    private static double lastNumber(String printed) {
        return Double.parseDouble(printed.lines().reduce("", (first, last) -> last));
    }
}
