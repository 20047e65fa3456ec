package dev.headway.internal.tooling.project;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Resolves names of classes in a source file to the qualified names that they may stand for, without compiling it. */
final class ClassNameResolver {
    private final String packageName;
    private final Map<String, String> imports = new HashMap<>();
    private final List<String> importedPackages = new ArrayList<>();

    ClassNameResolver(CompilationUnitTree tree) {
        packageName = tree.getPackageName() == null ? "" : tree.getPackageName().toString();
        for (ImportTree each : tree.getImports()) {
            String name = each.getQualifiedIdentifier().toString();
            int dot = name.lastIndexOf('.');
            if (name.endsWith(".*")) {
                importedPackages.add(name.substring(0, dot));
            } else {
                imports.put(name.substring(dot + 1), name);
            }
        }
    }

    String packageName() {
        return packageName;
    }

    /** Returns the names that a class literal may stand for, the likeliest first. */
    List<String> candidates(ExpressionTree value, String type) {
        if (!(value instanceof MemberSelectTree literal)
                || !literal.getIdentifier().contentEquals("class")) {
            return List.of(value.toString());
        }
        String written = literal.getExpression().toString();
        List<String> candidates = new ArrayList<>();
        for (String outer = type; !outer.equals(packageName) && !outer.isEmpty(); outer = outer(outer)) {
            candidates.add(outer + "." + written);
        }
        String first = first(literal.getExpression());
        if (imports.containsKey(first)) {
            candidates.add(imports.get(first) + written.substring(first.length()));
        }
        candidates.add(packageName.isEmpty() ? written : packageName + "." + written);
        importedPackages.forEach(imported -> candidates.add(imported + "." + written));
        candidates.add(written);
        return candidates;
    }

    private static String outer(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }

    private static String first(ExpressionTree name) {
        ExpressionTree tree = name;
        while (tree instanceof MemberSelectTree select) {
            tree = select.getExpression();
        }
        return tree instanceof IdentifierTree identifier ? identifier.getName().toString() : tree.toString();
    }
}
