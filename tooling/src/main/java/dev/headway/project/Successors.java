package dev.headway.project;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import dev.headway.error.ConfigurationException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Lets a revision come after another class than it does, by changing no more of its source than that name. */
final class Successors {
    private static final Set<String> REFERENCES = Set.of("down", "dependsOn");

    private final Set<String> known;
    private final Set<String> replaced;
    private final String type;

    /**
     * Lets revisions come after the class named {@code type}.
     *
     * @param known the qualified names of all revisions
     * @param replaced of those that they come after now
     */
    Successors(Set<String> known, Set<String> replaced, String type) {
        this.known = Set.copyOf(known);
        this.replaced = Set.copyOf(replaced);
        this.type = type;
    }

    /**
     * Returns the text of a file with revisions, all of which come after that class.
     *
     * @throws ConfigurationException if none of them names what is replaced in a way that can be read
     */
    String rewritten(Path file) {
        ParsedSources parsed = ParsedSources.of(List.of(file));
        CompilationUnitTree unit = parsed.units().get(0);
        Edits edits = new Edits(unit, parsed.positions());
        unit.getTypeDecls().forEach(edits::collect);
        try {
            return edits.applied(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What changes in one file: by the place where it begins, where that ends. */
    private final class Edits {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final TreeMap<Integer, Integer> places = new TreeMap<>();
        private final SourceNames names;

        Edits(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.names = new SourceNames(unit);
        }

        void collect(Tree declared) {
            if (declared instanceof ClassTree type) {
                collect(type, names.packageName().isEmpty() ? "" : names.packageName() + ".");
            }
        }

        private void collect(ClassTree declared, String prefix) {
            String name = prefix + declared.getSimpleName();
            if (!replaced.contains(name)) {
                declared.getModifiers().getAnnotations().stream()
                        .filter(SourceReader::isRevision)
                        .forEach(annotation -> collect(annotation, name));
            }
            for (Tree member : declared.getMembers()) {
                if (member instanceof ClassTree nested) {
                    collect(nested, name + ".");
                }
            }
        }

        private void collect(AnnotationTree annotation, String name) {
            for (ExpressionTree argument : annotation.getArguments()) {
                if (argument instanceof AssignmentTree assignment
                        && REFERENCES.contains(assignment.getVariable().toString())) {
                    ExpressionTree value = assignment.getExpression();
                    List<? extends ExpressionTree> all =
                            value instanceof NewArrayTree array ? array.getInitializers() : List.of(value);
                    all.stream()
                            .filter(each -> names.candidates(each, name).stream()
                                    .filter(known::contains)
                                    .findFirst()
                                    .filter(replaced::contains)
                                    .isPresent())
                            .forEach(this::note);
                }
            }
        }

        private void note(ExpressionTree reference) {
            places.put(
                    (int) positions.getStartPosition(unit, reference), (int) positions.getEndPosition(unit, reference));
        }

        String applied(Path file) throws IOException {
            if (places.isEmpty()) {
                throw new ConfigurationException(file + " comes after what is replaced, but not in words that can be"
                        + " changed. Nothing was written. Write a plain class literal there.");
            }
            int dot = type.lastIndexOf('.');
            boolean neighbour = names.packageName().equals(dot < 0 ? "" : type.substring(0, dot));
            String literal = (neighbour ? type.substring(dot + 1) : type) + ".class";
            StringBuilder text = new StringBuilder(Files.readString(file));
            for (Map.Entry<Integer, Integer> place : places.descendingMap().entrySet()) {
                text.replace(place.getKey(), place.getValue(), literal);
            }
            return text.toString();
        }
    }
}
