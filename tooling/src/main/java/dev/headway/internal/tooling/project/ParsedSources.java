package dev.headway.internal.tooling.project;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import dev.headway.error.CommandException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Source files as the compiler of the JDK parses them; names are not resolved.
 *
 * @param units the content of each file
 * @param positions the position of each tree in its file
 */
record ParsedSources(List<CompilationUnitTree> units, SourcePositions positions) {

    /**
     * Parses files, given with their texts. Syntax errors are ignored; the build reports them.
     *
     * @throws CommandException if this Java has no compiler
     */
    static ParsedSources of(Map<Path, String> texts) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new CommandException("This Java has no compiler, which is required to read sources such as "
                    + texts.keySet().iterator().next() + ". Run with a JDK instead of a JRE.");
        }
        List<SourceText> files = new ArrayList<>();
        texts.forEach((path, text) -> files.add(new SourceText(path.toUri(), text)));
        JavacTask task = (JavacTask) compiler.getTask(
                null, null, new DiagnosticCollector<JavaFileObject>(), List.of("-proc:none"), null, files);
        try {
            List<CompilationUnitTree> units = new ArrayList<>();
            task.parse().forEach(units::add);
            return new ParsedSources(units, Trees.instance(task).getSourcePositions());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SourceText extends SimpleJavaFileObject {
        private final String text;

        SourceText(URI uri, String text) {
            super(uri, Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
