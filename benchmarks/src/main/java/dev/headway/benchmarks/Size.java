package dev.headway.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Tells how much each brings into an application: its jars, with what they ask for. */
public final class Size {
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private Size() {}

    /** Prints a table. */
    public static void main(String[] args) {
        Artifacts artifacts = Artifacts.onClassPath();
        Table table = new Table("", "jars", "size", "which");
        for (Contender contender : Contender.values()) {
            List<Artifacts.Artifact> libraries = contender.libraries(artifacts);
            table.row(List.of(
                    contender.title(),
                    String.valueOf(libraries.size()),
                    Table.mb(libraries.stream()
                                    .mapToLong(Artifacts.Artifact::size)
                                    .sum()
                            / MEGABYTE),
                    libraries.stream()
                            .map(library -> library.name() + " " + library.version() + " ("
                                    + Table.mb(library.size() / MEGABYTE) + ")")
                            .collect(Collectors.joining(", "))));
        }
    }
}
