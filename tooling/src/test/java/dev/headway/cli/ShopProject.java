package dev.headway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.processor.RevisionProcessor;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project of somebody who uses Headway: a folder with sources, which are compiled as Maven would, and the command line. */
final class ShopProject {
    private final Path directory;
    private final Path classes;

    ShopProject(Path directory) throws IOException {
        this.directory = directory;
        this.classes = Files.createDirectories(directory.resolve("target/classes"));
    }

    /** What a command has answered. */
    record Answer(int exit, String out, String err) {
        Answer succeeds() {
            assertThat(exit).as(out + err).isZero();
            return this;
        }

        /** Returns its lines. */
        List<String> lines() {
            succeeds();
            return out.lines().toList();
        }
    }

    /** Runs a command in the project. */
    Answer run(String... args) throws IOException {
        return run(Optional.empty(), args);
    }

    /** Runs a command in the project, before somebody who answers. */
    Answer run(Prompt questions, String... args) throws IOException {
        return run(Optional.of(questions), args);
    }

    private Answer run(Optional<Prompt> questions, String... args) throws IOException {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--directory=" + directory);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            int exit = Headway.run(
                    Terminal.NONE, questions, new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
            return new Answer(exit, out.toString(), err.toString());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Compiles all sources, with Headway's processor; returns what the compiler complains about. */
    List<String> compile() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Path> sources = sources();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavaCompiler.CompilationTask task = compiler.getTask(
                    null,
                    manager,
                    diagnostics,
                    List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")),
                    null,
                    manager.getJavaFileObjectsFromPaths(sources));
            task.setProcessors(List.of(new RevisionProcessor()));
            task.call();
        }
        return diagnostics.getDiagnostics().stream()
                .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
                .toList();
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(directory.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** Returns the folder of compiled classes, which is on the class path of commands. */
    Path classes() {
        return classes;
    }

    /** Returns a file of the project. */
    Path file(String path) {
        return directory.resolve(path);
    }

    /** Writes a revision, whose upgrade says {@code upgrade}. */
    void write(String type, String annotation, String upgrade) throws IOException {
        Path file = file("src/main/java/shop/" + type + ".java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, """
                package shop;

                import dev.headway.Migration;
                import dev.headway.Revision;
                import dev.headway.op.Operations;

                @Revision(%s)
                public final class %s implements Migration {
                    @Override
                    public void upgrade(Operations op) {
                        %s
                    }
                }
                """.formatted(annotation, type, upgrade));
    }
}
