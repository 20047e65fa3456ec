package dev.headway.benchmarks;

import dev.headway.benchmarks.run.CompileSources;
import dev.headway.benchmarks.run.OneClassProcessor;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The compiler on a history. */
record HistoryCompilation(ClassPathJars artifacts, Path sources, Path classes) {

    /** What is at work in the compiler. */
    enum Processor {
        NONE,
        /** One that writes an empty class, and nothing more. */
        ONE_CLASS,
        HEADWAY
    }

    /** Returns a program that compiles all of it, with this processor. */
    JavaProgram program(Processor processor) {
        return new JavaProgram(
                CompileSources.class.getName(),
                List.of(artifacts.own()),
                Stream.concat(
                                Stream.of(
                                        sources.toString(),
                                        classes.toString(),
                                        path(jar("headway-runtime"), jar("jdbi3-core"))),
                                options(processor).stream())
                        .toList());
    }

    private List<String> options(Processor processor) {
        return switch (processor) {
            case NONE -> List.of("-proc:none");
            case ONE_CLASS ->
                List.of("-processor", OneClassProcessor.class.getName(), "-processorpath", path(artifacts.own()));
            case HEADWAY -> List.of("-processorpath", path(jar("headway-processor"), jar("headway-runtime")));
        };
    }

    private Path jar(String name) {
        return artifacts.of(name).jar();
    }

    private static String path(Path... entries) {
        return Stream.of(entries).map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
