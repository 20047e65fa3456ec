package dev.headway.benchmarks;

import dev.headway.benchmarks.HistoryCompilation.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the compiler on a history: without a processor, with one that does next to nothing, and with Headway's. */
public final class CompileBenchmark {
    private CompileBenchmark() {}

    /**
     * Prints a table.
     *
     * @param args rounds and sizes, as in {@code 5 100,1000,5000,20000}
     */
    public static void main(String[] args) throws IOException {
        ClassPathJars artifacts = ClassPathJars.onClassPath();
        MarkdownTable table = new MarkdownTable(
                "revisions", "without", "writing one class", "Headway", "on top", "per cent", "above one class");
        BenchmarkSettings setup = BenchmarkSettings.of(args);
        for (int size : setup.sizes()) {
            Path folder = Files.createTempDirectory("headway-benchmark");
            try {
                GeneratedRevisions.writeClasses(folder.resolve("sources"), size);
                AlternatingMeasurement.Results<Processor> times = new AlternatingMeasurement<Processor>(setup.rounds())
                        .run(List.of(Processor.values()), processor -> time(artifacts, folder, processor));
                table.row(List.of(
                        MarkdownTable.number(size),
                        MarkdownTable.s(times.of(Processor.NONE)),
                        MarkdownTable.s(times.of(Processor.ONE_CLASS)),
                        MarkdownTable.s(times.of(Processor.HEADWAY)),
                        MarkdownTable.s(times.median(round -> above(round, Processor.NONE))),
                        MarkdownTable.ratio(100 * (times.ratio(Processor.HEADWAY, Processor.NONE) - 1)),
                        MarkdownTable.s(times.median(round -> above(round, Processor.ONE_CLASS)))));
            } finally {
                TemporaryFolders.delete(folder);
            }
        }
    }

    private static double above(AlternatingMeasurement.Round<Processor> round, Processor other) {
        return round.of(Processor.HEADWAY) - round.of(other);
    }

    private static double time(ClassPathJars artifacts, Path folder, Processor processor) {
        Path classes = folder.resolve("classes");
        double time = AlternatingMeasurement.seconds(
                new HistoryCompilation(artifacts, folder.resolve("sources"), classes).program(processor)::run);
        TemporaryFolders.delete(classes);
        return time;
    }
}
