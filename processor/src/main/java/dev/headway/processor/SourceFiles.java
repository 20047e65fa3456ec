package dev.headway.processor;

import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/**
 * The source files of classes, if the compiler provides them. Since Java 18 every compiler does; before, only the compiler of the
 * JDK does, and only if no build tool wraps it.
 */
final class SourceFiles {
    private final Elements elements;
    private final @Nullable Method fileOf = fileOf();
    private final @Nullable Trees trees;
    private @Nullable Element last;
    private Optional<List<String>> tokensOfLast = Optional.empty();

    SourceFiles(ProcessingEnvironment environment) {
        elements = environment.getElementUtils();
        trees = fileOf == null ? trees(environment) : null;
    }

    private static @Nullable Method fileOf() {
        try {
            return Elements.class.getMethod("getFileObjectOf", Element.class);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    private static @Nullable Trees trees(ProcessingEnvironment environment) {
        try {
            return Trees.instance(environment);
        } catch (IllegalArgumentException | LinkageError e) {
            return null;
        }
    }

    /** Returns the tokens of the source file of a class; empty for a class that was compiled earlier. */
    Optional<List<String>> tokensOf(TypeElement type) {
        Element outermost = outermost(type);
        if (!outermost.equals(last)) { // the classes of a file follow each other
            tokensOfLast = text(outermost).map(JavaTokens::of);
            last = outermost;
        }
        return tokensOfLast;
    }

    private static Element outermost(Element type) {
        Element enclosing = type.getEnclosingElement();
        return enclosing instanceof TypeElement ? outermost(enclosing) : type;
    }

    private Optional<String> text(Element type) {
        try {
            JavaFileObject file = file(type);
            return file == null || file.getKind() != JavaFileObject.Kind.SOURCE
                    ? Optional.empty()
                    : Optional.of(file.getCharContent(true).toString());
        } catch (IOException | ReflectiveOperationException e) {
            return Optional.empty();
        }
    }

    private @Nullable JavaFileObject file(Element type) throws ReflectiveOperationException {
        if (fileOf != null) {
            return call(fileOf, type);
        }
        TreePath path = trees == null ? null : trees.getPath(type);
        return path == null ? null : path.getCompilationUnit().getSourceFile();
    }

    private @Nullable JavaFileObject call(Method getFileObjectOf, Element type) throws IllegalAccessException {
        try {
            return (JavaFileObject) getFileObjectOf.invoke(elements, type);
        } catch (InvocationTargetException e) {
            return null; // the compiler is older than this method
        }
    }
}
