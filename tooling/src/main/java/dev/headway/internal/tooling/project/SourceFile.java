package dev.headway.internal.tooling.project;

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
import com.sun.source.util.SourcePositions;
import dev.headway.error.CommandException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The revisions in one source file. */
final class SourceFile {
    private final CompilationUnitTree tree;
    private final SourcePositions positions;
    private final ClassNameResolver names;

    SourceFile(CompilationUnitTree tree, SourcePositions positions) {
        this.tree = tree;
        this.positions = positions;
        this.names = new ClassNameResolver(tree);
    }

    void collect(List<RevisionDeclaration> classes) {
        for (Tree declared : tree.getTypeDecls()) {
            if (declared instanceof ClassTree type) {
                collect(type, names.packageName().isEmpty() ? "" : names.packageName() + ".", classes);
            }
        }
    }

    private void collect(ClassTree type, String prefix, List<RevisionDeclaration> classes) {
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

    private RevisionDeclaration read(AnnotationTree annotation, ClassTree type, String name) {
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
        return new RevisionDeclaration(
                name,
                names.packageName(),
                ids.isEmpty() ? type.getSimpleName().toString() : ids.get(0),
                classes(values, "down", name),
                classes(values, "dependsOn", name),
                texts(values, "branch", name),
                messages.isEmpty() ? ClassWords.words(type.getSimpleName().toString()) : messages.get(0),
                texts(values, "replaces", name),
                String.join("", texts(values, "database", name)),
                Path.of(tree.getSourceFile().toUri()));
    }

    private List<String> texts(Map<String, List<? extends ExpressionTree>> values, String attribute, String type) {
        return values.getOrDefault(attribute, List.of()).stream()
                .map(value -> text(value)
                        .orElseThrow(() -> new CommandException("@Revision(" + attribute + " = " + value + ") of "
                                + type + " cannot be read without compiling. Write a plain string.")))
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

    private List<ClassReference> classes(
            Map<String, List<? extends ExpressionTree>> values, String attribute, String type) {
        return values.getOrDefault(attribute, List.of()).stream()
                .map(value -> new ClassReference(
                        names.candidates(value, type), (int) positions.getStartPosition(tree, value), (int)
                                positions.getEndPosition(tree, value)))
                .toList();
    }
}
