package dev.headway.benchmarks;

import dev.headway.benchmarks.Compilation.Processor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the compiler on a history: without a processor, with one that does next to nothing, and with Headway's. */
public final class Compiling {
    private Compiling() {}

    /**
     * Prints a table.
     *
     * @param args rounds and sizes, as in {@code 5 100,1000,5000,20000}
     */
    public static void main(String[] args) throws IOException {
        Artifacts artifacts = Artifacts.onClassPath();
        Table table = new Table(
                "revisions", "without", "writing one class", "Headway", "on top", "per cent", "above one class");
        Setup setup = Setup.of(args);
        for (int size : setup.sizes()) {
            Path folder = Files.createTempDirectory("headway-benchmark");
            try {
                Revisions.writeClasses(folder.resolve("sources"), size);
                Race.Results<Processor> times = new Race<Processor>(setup.rounds())
                        .run(List.of(Processor.values()), processor -> time(artifacts, folder, processor));
                table.row(List.of(
                        Table.number(size),
                        Table.s(times.of(Processor.NONE)),
                        Table.s(times.of(Processor.ONE_CLASS)),
                        Table.s(times.of(Processor.HEADWAY)),
                        Table.s(times.median(round -> above(round, Processor.NONE))),
                        Table.ratio(100 * (times.ratio(Processor.HEADWAY, Processor.NONE) - 1)),
                        Table.s(times.median(round -> above(round, Processor.ONE_CLASS)))));
            } finally {
                Folder.delete(folder);
            }
        }
    }

    private static double above(Race.Round<Processor> round, Processor other) {
        return round.of(Processor.HEADWAY) - round.of(other);
    }

    private static double time(Artifacts artifacts, Path folder, Processor processor) {
        Path classes = folder.resolve("classes");
        double time =
                Race.seconds(new Compilation(artifacts, folder.resolve("sources"), classes).program(processor)::run);
        Folder.delete(classes);
        return time;
    }
}
