package dev.headway.processor;

import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A module on disk, compiled with the JDK's compiler as build tools do: all of it, or what has changed. */
final class Project {
    private final Path sourceFolder;
    private final Path classFolder;
    private final List<Path> classPath;
    private final Map<String, Source> sources = new TreeMap<>();
    private final List<String> options = new ArrayList<>();
    private Supplier<List<Processor>> otherProcessors = List::of;

    /** Makes an empty module that sees its own output folder, and these jars. */
    Project(Path root, Path... jars) {
        sourceFolder = root.resolve("src");
        classFolder = root.resolve("classes");
        classPath = new ArrayList<>(List.of(jars));
        classPath.add(classFolder);
        try {
            Files.createDirectories(classFolder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Compiles without the output folder on the class path from now on. */
    Project hideOutput() {
        classPath.remove(classFolder);
        return this;
    }

    /** Compiles with these options from now on. */
    Project options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    /** Compiles with other processors too, made anew for each compilation. */
    Project processors(Supplier<List<Processor>> processors) {
        otherProcessors = processors;
        return this;
    }

    /** Writes {@linkplain Source sources}, new or changed. */
    Project write(String... snippets) throws IOException {
        for (String snippet : snippets) {
            Source source = Source.of(snippet);
            sources.put(source.type(), source);
            Path file = sourceFolder.resolve(source.path());
            Files.createDirectories(file.getParent());
            Files.writeString(file, source.text());
        }
        return this;
    }

    /** Deletes a class with its source, as an incremental build does. */
    Project delete(String type) throws IOException {
        Files.delete(sourceFolder.resolve(sources.remove(type).path()));
        Files.delete(output(type.replace('.', '/') + ".class"));
        return this;
    }

    /** Returns a file in the output folder. */
    Path output(String file) {
        return classFolder.resolve(file);
    }

    /** Compiles everything. */
    Outcome compile() throws IOException {
        return compile(sources.keySet().toArray(String[]::new));
    }

    /** Compiles only the sources of these classes. */
    Outcome compile(String... types) throws IOException {
        return compile(List.of(), types);
    }

    /** Compiles sources, with class files presented to processors as Gradle does for those that aggregate. */
    Outcome compile(List<String> classFiles, String... types) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        List<Path> files = Stream.of(types)
                .map(type -> sourceFolder.resolve(sources.get(type).path()))
                .toList();
        List<SourcePosition> marks = Stream.of(types)
                .flatMap(type -> sources.get(type).marks().stream())
                .toList();
        try (StandardJavaFileManager manager =
                javac.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8)) {
            CompilationTask task = javac.getTask(
                    null, manager, diagnostics, arguments(), classFiles, manager.getJavaFileObjectsFromPaths(files));
            List<Processor> processors = new ArrayList<>(otherProcessors.get());
            processors.add(new RevisionProcessor());
            task.setProcessors(processors);
            task.call();
            return new Outcome(diagnostics.getDiagnostics(), marks);
        }
    }

    private List<String> arguments() {
        String path = String.join(
                File.pathSeparator, classPath.stream().map(Path::toString).toList());
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of(
                "-d",
                classFolder.toString(),
                "-classpath",
                path + File.pathSeparator + System.getProperty("java.class.path")));
        return arguments;
    }

    /** Packs the output folder. */
    Path jar() throws IOException {
        Path jar = classFolder.resolveSibling(classFolder.getParent().getFileName() + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classFolder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new ZipEntry(classFolder.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    /** Returns the classes of all revisions that are found at run time, by name. */
    List<String> revisions() throws IOException {
        try (URLClassLoader loader = loader(classFolder)) {
            return registries(loader).stream()
                    .flatMap(registry -> registry.revisions().stream())
                    .map(RevisionInfo::type)
                    .sorted()
                    .toList();
        }
    }

    /** Returns the registries that a class loader finds. */
    static List<RevisionRegistry> registries(ClassLoader loader) {
        return ServiceLoader.load(RevisionRegistry.class, loader).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(registry -> registry.getClass().getName()))
                .toList();
    }

    /** Returns a class loader of jars or folders; what tests see, they see too. */
    static URLClassLoader loader(Path... path) {
        return new URLClassLoader(
                Stream.of(path).map(Project::url).toArray(URL[]::new), Project.class.getClassLoader());
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
