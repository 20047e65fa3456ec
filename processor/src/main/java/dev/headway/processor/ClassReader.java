package dev.headway.processor;

import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads whether a class can be made an instance of, and is a migration. */
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
        if (!hasConstructor(element)) {
            flaws.add(Problem.NO_CONSTRUCTOR);
        }
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

    private static boolean hasConstructor(TypeElement element) {
        return ElementFilter.constructorsIn(element.getEnclosedElements()).stream()
                .anyMatch(constructor -> constructor.getParameters().isEmpty()
                        && constructor.getModifiers().contains(Modifier.PUBLIC));
    }

    /** Gives a class the benefit of the doubt whose supertypes cannot be resolved: the compiler says so itself. */
    private boolean isMigration(TypeElement element) {
        return types.isSubtype(
                        element.asType(), elements.getTypeElement(MIGRATION).asType())
                || hasUnknownSupertype(element.asType());
    }

    private boolean hasUnknownSupertype(TypeMirror type) {
        return type.getKind() == TypeKind.ERROR
                || types.directSupertypes(type).stream().anyMatch(this::hasUnknownSupertype);
    }
}
