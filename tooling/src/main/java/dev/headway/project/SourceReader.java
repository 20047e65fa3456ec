package dev.headway.project;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import dev.headway.Revision;
import dev.headway.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the revisions of a source folder without compiling it, so that a history that the compiler refuses, since it has two
 * heads, can still be read and mended. The compiler of the JDK parses; nothing is resolved but names of classes.
 */
final class SourceReader {
    private static final String ANNOTATION = Revision.class.getSimpleName();

    private final Path sources;

    SourceReader(Path sources) {
        this.sources = sources;
    }

    /** Returns what each class says, in the order of their names. */
    List<SourceClass> read() {
        List<Path> files = files();
        List<SourceClass> classes = new ArrayList<>();
        if (!files.isEmpty()) {
            ParsedSources.of(files).units().forEach(unit -> new Unit(unit).collect(classes));
        }
        return classes;
    }

    private List<Path> files() {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(sources)) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(SourceReader::mentionsRevision)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean mentionsRevision(Path file) {
        try {
            return Files.readString(file).contains("@" + ANNOTATION);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isRevision(AnnotationTree annotation) {
        String name = annotation.getAnnotationType().toString();
        return name.equals(ANNOTATION) || name.equals(Revision.class.getName());
    }

    /** One file. */
    private static final class Unit {
        private final CompilationUnitTree tree;
        private final SourceNames names;

        Unit(CompilationUnitTree tree) {
            this.tree = tree;
            this.names = new SourceNames(tree);
        }

        void collect(List<SourceClass> classes) {
            for (Tree declared : tree.getTypeDecls()) {
                if (declared instanceof ClassTree type) {
                    collect(type, names.packageName().isEmpty() ? "" : names.packageName() + ".", classes);
                }
            }
        }

        private void collect(ClassTree type, String prefix, List<SourceClass> classes) {
            String name = prefix + type.getSimpleName();
            revision(type).ifPresent(annotation -> classes.add(read(annotation, type, name)));
            for (Tree member : type.getMembers()) {
                if (member instanceof ClassTree nested) {
                    collect(nested, name + ".", classes);
                }
            }
        }

        private static Optional<? extends AnnotationTree> revision(ClassTree type) {
            return type.getModifiers().getAnnotations().stream()
                    .filter(SourceReader::isRevision)
                    .findFirst();
        }

        private SourceClass read(AnnotationTree annotation, ClassTree type, String name) {
            Map<String, List<? extends ExpressionTree>> values = new HashMap<>();
            for (ExpressionTree argument : annotation.getArguments()) {
                if (argument instanceof AssignmentTree assignment) {
                    ExpressionTree value = assignment.getExpression();
                    values.put(
                            assignment.getVariable().toString(),
                            value instanceof NewArrayTree array ? array.getInitializers() : List.of(value));
                }
            }
            List<String> ids = texts(values, "id", name);
            List<String> messages = texts(values, "message", name);
            return new SourceClass(
                    name,
                    ids.isEmpty() ? type.getSimpleName().toString() : ids.get(0),
                    classes(values, "down", name),
                    classes(values, "dependsOn", name),
                    texts(values, "branch", name),
                    messages.isEmpty() ? Words.of(type.getSimpleName().toString()) : messages.get(0),
                    texts(values, "replaces", name),
                    String.join("", texts(values, "database", name)),
                    Path.of(tree.getSourceFile().toUri()));
        }

        private List<String> texts(Map<String, List<? extends ExpressionTree>> values, String attribute, String type) {
            return values.getOrDefault(attribute, List.of()).stream()
                    .map(value -> text(value)
                            .orElseThrow(() -> new ConfigurationException("@Revision(" + attribute + " = " + value
                                    + ") of " + type + " cannot be read without compiling. Write a plain string.")))
                    .toList();
        }

        private static Optional<String> text(ExpressionTree value) {
            if (value instanceof LiteralTree literal) {
                return Optional.of(String.valueOf(literal.getValue()));
            } else if (value instanceof ParenthesizedTree inner) {
                return text(inner.getExpression());
            } else if (value instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
                return text(sum.getLeftOperand())
                        .flatMap(left -> text(sum.getRightOperand()).map(right -> left + right));
            }
            return Optional.empty();
        }

        private List<List<String>> classes(
                Map<String, List<? extends ExpressionTree>> values, String attribute, String type) {
            return values.getOrDefault(attribute, List.of()).stream()
                    .map(value -> names.candidates(value, type))
                    .toList();
        }
    }
}
