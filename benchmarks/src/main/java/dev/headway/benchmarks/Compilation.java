package dev.headway.benchmarks;

import dev.headway.benchmarks.run.Compile;
import java.nio.file.Path;
import java.util.List;

/** The compiler on a history. */
record Compilation(Artifacts artifacts, Path sources, Path classes) {

    /** Returns a program that compiles all of it, with Headway's processor or without. */
    Program program(boolean processor) {
        String classPath = artifacts.of("headway-runtime").jar() + ":"
                + artifacts.of("jdbi3-core").jar() + ":"
                + artifacts.of("jspecify").jar();
        String processorPath = processor
                ? artifacts.of("headway-processor").jar() + ":"
                        + artifacts.of("headway-runtime").jar()
                : "";
        return new Program(
                Compile.class.getName(),
                List.of(artifacts.own()),
                List.of(sources.toString(), classes.toString(), classPath, processorPath));
    }
}
