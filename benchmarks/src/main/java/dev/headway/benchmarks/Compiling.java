package dev.headway.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Measures the compiler on a history, with Headway's processor and without. */
public final class Compiling {
    private Compiling() {}

    /**
     * Prints a table.
     *
     * @param args rounds and sizes, as in {@code 5 100,1000,5000,20000}
     */
    public static void main(String[] args) throws IOException {
        Artifacts artifacts = Artifacts.onClassPath();
        Table table = new Table("revisions", "without", "with the processor", "on top", "per cent");
        Setup setup = Setup.of(args);
        for (int size : setup.sizes()) {
            Path folder = Files.createTempDirectory("headway-benchmark");
            try {
                Revisions.writeClasses(folder.resolve("sources"), size);
                Race.Medians<Boolean> times = new Race<Boolean>(setup.rounds())
                        .run(List.of(false, true), processor -> time(artifacts, folder, processor));
                double without = times.of(false);
                double with = times.of(true);
                table.row(List.of(
                        Table.number(size),
                        Table.s(without),
                        Table.s(with),
                        Table.s(with - without),
                        Table.ratio(100 * (with - without) / without)));
            } finally {
                Folder.delete(folder);
            }
        }
    }

    private static double time(Artifacts artifacts, Path folder, boolean processor) {
        Path classes = folder.resolve("classes");
        double time =
                Race.seconds(new Compilation(artifacts, folder.resolve("sources"), classes).program(processor)::run);
        Folder.delete(classes);
        return time;
    }
}
