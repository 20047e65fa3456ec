package dev.headway.internal.tooling.project;

import com.sun.source.tree.AnnotationTree;
import dev.headway.Revision;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the revisions of a source folder without compiling it, so that a history that the compiler refuses, such as one with
 * two heads, can still be read and fixed. The compiler of the JDK parses; only names of classes are resolved.
 */
final class SourceReader {
    private static final String ANNOTATION = Revision.class.getSimpleName();
    private static final String QUALIFIED_ANNOTATION = Revision.class.getName();

    private final Path sources;

    SourceReader(Path sources) {
        this.sources = sources;
    }

    /** Returns the revisions, ordered by file. Reads each file once. */
    List<RevisionDeclaration> read() {
        Map<Path, String> texts = texts();
        if (texts.isEmpty()) {
            return List.of();
        }
        ParsedSources parsed = ParsedSources.of(texts);
        List<RevisionDeclaration> revisions = new ArrayList<>();
        parsed.units().forEach(unit -> new SourceFile(unit, parsed.positions()).collect(revisions));
        return revisions;
    }

    private Map<Path, String> texts() {
        if (!Files.isDirectory(sources)) {
            return Map.of();
        }
        Map<Path, String> texts = new TreeMap<>();
        try (Stream<Path> all = Files.walk(sources)) {
            for (Path file : (Iterable<Path>) all.filter(file -> file.toString().endsWith(".java"))::iterator) {
                String text = SourceText.toSearch(file);
                if (text.contains("@" + ANNOTATION) || text.contains("@" + QUALIFIED_ANNOTATION)) {
                    texts.put(file, text);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isRevision(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.equals(ANNOTATION) || name.equals(QUALIFIED_ANNOTATION);
    }
}
