package dev.headway.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Checks whether a class is a migration that can be instantiated. */
final class ClassReader {
    private static final String MIGRATION = "dev.headway.Migration";

    private final Types types;
    private final Elements elements;

    ClassReader(Types types, Elements elements) {
        this.types = types;
        this.elements = elements;
    }

    List<Problem> flaws(TypeElement element) {
        if (element.getKind() != ElementKind.CLASS && element.getKind() != ElementKind.RECORD) {
            return List.of(Problem.NOT_A_CLASS);
        }
        List<Problem> flaws = new ArrayList<>();
        if (element.getModifiers().contains(Modifier.ABSTRACT)) {
            flaws.add(Problem.ABSTRACT);
        }
        if (!isPublic(element)) {
            flaws.add(Problem.NOT_PUBLIC);
        }
        if (element.getNestingKind() == NestingKind.MEMBER
                && !element.getModifiers().contains(Modifier.STATIC)) {
            flaws.add(Problem.NOT_STATIC);
        }
        constructorFlaw(element).ifPresent(flaws::add);
        if (!isMigration(element)) {
            flaws.add(Problem.NOT_A_MIGRATION);
        }
        return flaws;
    }

    private static boolean isPublic(TypeElement element) {
        for (Element e = element; e instanceof TypeElement; e = e.getEnclosingElement()) {
            if (!e.getModifiers().contains(Modifier.PUBLIC)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Problem> constructorFlaw(TypeElement element) {
        return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .filter(constructor -> constructor.getParameters().isEmpty())
                .findFirst()
                .map(this::flaw)
                .orElse(Optional.of(Problem.NO_CONSTRUCTOR));
    }

    /** Checks the constructor without parameters. A default constructor is as visible as its class, which is checked already. */
    private Optional<Problem> flaw(ExecutableElement constructor) {
        boolean isPublic = constructor.getModifiers().contains(Modifier.PUBLIC)
                || elements.getOrigin(constructor) == Elements.Origin.MANDATED;
        if (!isPublic) {
            return Optional.of(Problem.NO_CONSTRUCTOR);
        }
        return constructor.getThrownTypes().stream().anyMatch(this::mustBeCaught)
                ? Optional.of(Problem.THROWING_CONSTRUCTOR)
                : Optional.empty();
    }

    private boolean mustBeCaught(TypeMirror thrown) {
        return !isSubtype(thrown, "java.lang.RuntimeException") && !isSubtype(thrown, "java.lang.Error");
    }

    private boolean isSubtype(TypeMirror type, String supertype) {
        return types.isSubtype(type, elements.getTypeElement(supertype).asType());
    }

    /** Accepts a compiled class if some of its supertypes are not on the class path. */
    private boolean isMigration(TypeElement element) {
        return isSubtype(element.asType(), MIGRATION) || hasUnknownSupertype(element.asType());
    }

    boolean hasUnknownSupertype(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || types.directSupertypes(type).stream().anyMatch(this::hasUnknownSupertype);
    }
}
