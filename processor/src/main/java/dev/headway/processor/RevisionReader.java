package dev.headway.processor;

import static com.google.auto.common.MoreElements.getAnnotationMirror;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.SimpleAnnotationValueVisitor14;

/** Reads annotated classes into plain values, without checking them. */
final class RevisionReader {
    static final String ANNOTATION = "dev.headway.Revision";

    private final Elements elements;
    private final ClassReader classes;
    private final SourceFiles sources;

    RevisionReader(Elements elements, ClassReader classes, SourceFiles sources) {
        this.elements = elements;
        this.classes = classes;
        this.sources = sources;
    }

    static boolean isRevision(TypeElement element) {
        return getAnnotationMirror(element, ANNOTATION).isPresent();
    }

    /**
     * Returns whether the compiler can resolve the annotation of a class and its supertypes. If it can't, another processor may
     * still generate the missing class; otherwise the compiler reports an error itself.
     */
    boolean isReady(TypeElement element) {
        return !classes.hasUnknownSupertype(element.asType())
                && getAnnotationMirror(element, ANNOTATION).get().getElementValues().values().stream()
                        .allMatch(this::isResolved);
    }

    /** Reads the annotation of a class; empty if a class that it names can't be resolved yet. */
    Optional<DeclaredRevision> read(TypeElement element) {
        Map<String, AnnotationValue> attributes =
                attributes(getAnnotationMirror(element, ANNOTATION).get());
        Optional<List<String>> down = types(value(attributes, "down"));
        Optional<List<String>> dependsOn = types(value(attributes, "dependsOn"));
        if (down.isEmpty() || dependsOn.isEmpty()) {
            return Optional.empty();
        }
        String simpleName = element.getSimpleName().toString();
        return Optional.of(new DeclaredRevision(
                element.getQualifiedName().toString(),
                elements.getBinaryName(element).toString(),
                text(value(attributes, "id")).orElse(simpleName),
                down.get(),
                dependsOn.get(),
                texts(value(attributes, "branch")),
                text(value(attributes, "message")).orElseGet(() -> DefaultMessage.of(simpleName)),
                texts(value(attributes, "replaces")),
                (boolean) value(attributes, "transactional").getValue(),
                text(value(attributes, "database")).orElse(""),
                sources.tokensOf(element).flatMap(tokens -> Checksum.of(tokens, names(element))),
                classes.flaws(element)));
    }

    private static List<String> names(TypeElement type) {
        List<String> names = new ArrayList<>();
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            names.add(0, each.getSimpleName().toString());
        }
        return names;
    }

    /** Returns the value of each attribute by name, including defaults. */
    private Map<String, AnnotationValue> attributes(AnnotationMirror revision) {
        Map<String, AnnotationValue> attributes = new HashMap<>();
        elements.getElementValuesWithDefaults(revision)
                .forEach((attribute, value) ->
                        attributes.put(attribute.getSimpleName().toString(), value));
        return attributes;
    }

    private static AnnotationValue value(Map<String, AnnotationValue> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }

    private static Optional<String> text(AnnotationValue value) {
        return texts(value).stream().filter(text -> !text.isEmpty()).findFirst();
    }

    /** Returns the strings in a value. Ignores anything else, which the compiler reports. */
    private static List<String> texts(AnnotationValue value) {
        return value.accept(
                new SimpleAnnotationValueVisitor14<List<String>, Void>(List.of()) {
                    @Override
                    public List<String> visitString(String text, Void unused) {
                        return List.of(text);
                    }

                    @Override
                    public List<String> visitArray(List<? extends AnnotationValue> entries, Void unused) {
                        return entries.stream()
                                .flatMap(entry -> entry.accept(this, null).stream())
                                .toList();
                    }
                },
                null);
    }

    private Optional<List<String>> types(AnnotationValue value) {
        List<String> names = new ArrayList<>();
        boolean resolved = value.accept(
                new SimpleAnnotationValueVisitor14<Boolean, Void>(false) {
                    @Override
                    public Boolean visitType(TypeMirror type, Void unused) {
                        return isResolved(type) && names.add(name(type));
                    }

                    @Override
                    public Boolean visitArray(List<? extends AnnotationValue> entries, Void unused) {
                        return entries.stream().allMatch(entry -> entry.accept(this, null));
                    }
                },
                null);
        return resolved ? Optional.of(names) : Optional.empty();
    }

    /** Returns whether a value is resolved: javac represents an error as this string, without quotes. */
    private boolean isResolved(AnnotationValue value) {
        if (value.getValue() instanceof List<?> entries) {
            return entries.stream().allMatch(entry -> isResolved((AnnotationValue) entry));
        }
        return value.getValue() instanceof TypeMirror type
                ? isResolved(type)
                : !value.toString().equals("<error>");
    }

    private boolean isResolved(TypeMirror type) {
        return type.getKind() != TypeKind.ERROR
                && (type.getKind() != TypeKind.DECLARED || elements.getTypeElement(name(type)) != null);
    }

    private static String name(TypeMirror type) {
        return type instanceof DeclaredType declared
                ? ((TypeElement) declared.asElement()).getQualifiedName().toString()
                : type.toString();
    }
}
