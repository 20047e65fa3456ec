package dev.headway.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The compiler on all sources of a folder. */
public final class CompileSources {
    private CompileSources() {}

    /**
     * Compiles.
     *
     * @param args the folder, where classes go, the class path, and what else the compiler is to be told
     */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(Path.of(args[1]));
        List<String> options = new ArrayList<>(List.of("-d", args[1], "-cp", args[2]));
        options.addAll(List.of(args).subList(3, args.length));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> sources = Files.walk(Path.of(args[0]))) {
            List<Path> java = sources.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList();
            if (!compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call()) {
                System.exit(1);
            }
        }
    }
}
