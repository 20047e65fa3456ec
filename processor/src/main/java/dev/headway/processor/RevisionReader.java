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

/** Reads annotated classes into plain values. Judges nothing. */
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
     * Returns whether the compiler understands the annotation of a class, and knows the class's supertypes. If not it says
     * so itself, unless another processor still generates what is missing.
     */
    boolean isReady(TypeElement element) {
        return !classes.hasUnknownSupertype(element.asType())
                && getAnnotationMirror(element, ANNOTATION).get().getElementValues().values().stream()
                        .allMatch(this::isResolved);
    }

    /** Returns what the annotation of a class says; nothing while a class that it names cannot be resolved. */
    Optional<Declared> read(TypeElement element) {
        Map<String, AnnotationValue> says =
                attributes(getAnnotationMirror(element, ANNOTATION).get());
        Optional<List<String>> down = types(value(says, "down"));
        Optional<List<String>> dependsOn = types(value(says, "dependsOn"));
        if (down.isEmpty() || dependsOn.isEmpty()) {
            return Optional.empty();
        }
        String simpleName = element.getSimpleName().toString();
        return Optional.of(new Declared(
                element.getQualifiedName().toString(),
                elements.getBinaryName(element).toString(),
                text(value(says, "id")).orElse(simpleName),
                down.get(),
                dependsOn.get(),
                texts(value(says, "branch")),
                text(value(says, "message")).orElseGet(() -> Words.of(simpleName)),
                texts(value(says, "replaces")),
                (boolean) value(says, "transactional").getValue(),
                text(value(says, "database")).orElse(""),
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

    /** Returns the value of each attribute by its name, whether it is written or not. */
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

    /** Returns the texts in a value: none where something is written that is no text, which the compiler reports. */
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

    /** What javac cannot make sense of, it presents as this text, but without the quotes that texts are shown with. */
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
