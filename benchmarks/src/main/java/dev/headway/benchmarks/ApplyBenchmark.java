package dev.headway.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Measures whole processes that bring an empty database to the end of a history. */
public final class ApplyBenchmark {
    private ApplyBenchmark() {}

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
            AlternatingMeasurement.Results<MigrationTool> times = new AlternatingMeasurement<MigrationTool>(
                            setup.rounds())
                    .run(setup.contenders(), contender -> time(contender, artifacts, history, server));
            List<String> row = new ArrayList<>(List.of(server.name(), MarkdownTable.number(history.count())));
            setup.contenders().forEach(contender -> row.add(MarkdownTable.s(times.of(contender))));
            setup.peers().forEach(peer -> row.add(MarkdownTable.ratio(times.ratio(MigrationTool.HEADWAY, peer))));
            table.row(row);
        });
    }

    private static double time(
            MigrationTool contender, ClassPathJars artifacts, GeneratedHistory history, BenchmarkServer server) {
        try {
            BenchmarkServer.Database database = server.create();
            double time = AlternatingMeasurement.seconds(contender.program(artifacts, history, database)::run);
            server.drop(database);
            return time;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
