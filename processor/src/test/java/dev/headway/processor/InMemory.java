package dev.headway.processor;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.stream.Stream;

/** Compiles sources in memory, with the processor. */
final class InMemory {
    private InMemory() {}

    /** Compiles these {@linkplain Source sources}. */
    static Outcome compile(String... sources) {
        return compileWith(List.of(), sources);
    }

    /** Compiles with options of the compiler. */
    static Outcome compileWith(List<String> options, String... sources) {
        return new Outcome(
                compilation(options, sources).diagnostics(),
                Stream.of(sources)
                        .flatMap(source -> Source.of(source).marks().stream())
                        .toList());
    }

    /** Compiles, for a look at what was generated. */
    static Compilation compilation(List<String> options, String... sources) {
        return Compiler.javac()
                .withProcessors(new RevisionProcessor())
                .withOptions(options)
                .compile(Stream.of(sources)
                        .map(Source::of)
                        .map(source -> JavaFileObjects.forSourceString(source.type(), source.text()))
                        .toList());
    }
}
