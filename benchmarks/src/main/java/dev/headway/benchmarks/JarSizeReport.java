package dev.headway.benchmarks;

import java.util.List;
import java.util.stream.Collectors;

/** Tells how much each brings into an application: its jars, with what they ask for. */
public final class JarSizeReport {
    private static final double MEGABYTE = 1024.0 * 1024.0;

    private JarSizeReport() {}

    /** Prints a table. */
    public static void main(String[] args) {
        ClassPathJars artifacts = ClassPathJars.onClassPath();
        MarkdownTable table = new MarkdownTable("", "jars", "size", "which");
        for (MigrationTool contender : MigrationTool.values()) {
            List<ClassPathJars.Artifact> libraries = contender.libraries(artifacts);
            table.row(List.of(
                    contender.title(),
                    String.valueOf(libraries.size()),
                    MarkdownTable.mb(libraries.stream()
                                    .mapToLong(ClassPathJars.Artifact::size)
                                    .sum()
                            / MEGABYTE),
                    libraries.stream()
                            .map(library -> library.name() + " " + library.version() + " ("
                                    + MarkdownTable.mb(library.size() / MEGABYTE) + ")")
                            .collect(Collectors.joining(", "))));
        }
    }
}
