package dev.headway.processor;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;
import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.google.auto.common.GeneratedAnnotations;
import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.headway.graph.RevisionInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * Writes registries. A long history gets several, because the size of a class is limited; the runtime joins them.
 *
 * <p>A registry is named after the first of its revisions in the order in which they are applied. So the registries of two jars
 * never have the same name, and the name stays when revisions are added.
 */
final class RegistryWriter {
    /**
     * The number of strings in a registry. A string takes about ten bytes of code, so this is far from the limits of a class
     * file: 64 KB for a method, and 65,535 constants.
     */
    private static final int TEXTS_PER_REGISTRY = 2_000;

    private static final ClassName REVISION_INFO = ClassName.get("dev.headway.graph", "RevisionInfo");
    private static final ClassName REGISTRY = ClassName.get("dev.headway.graph", "RevisionRegistry");
    private static final ClassName MIGRATION = ClassName.get("dev.headway", "Migration");

    private final Elements elements;
    private final SourceVersion sourceVersion;
    private final Filer filer;

    RegistryWriter(Elements elements, SourceVersion sourceVersion, Filer filer) {
        this.elements = elements;
        this.sourceVersion = sourceVersion;
        this.filer = filer;
    }

    /** Writes registries of these revisions, which are in the order in which they are applied; returns the class names. */
    List<String> write(List<RevisionInfo> revisions) throws IOException {
        List<String> written = new ArrayList<>();
        int from = 0;
        int texts = 0;
        for (int to = 0; to < revisions.size(); to++) {
            int more = texts(revisions.get(to));
            if (to > from && texts + more > TEXTS_PER_REGISTRY) {
                written.add(writeOne(revisions.subList(from, to)));
                from = to;
                texts = 0;
            }
            texts += more;
        }
        written.add(writeOne(revisions.subList(from, revisions.size())));
        return written;
    }

    /** Counts the id, the message, the class, the checksum and the entries of the lists. */
    private static int texts(RevisionInfo revision) {
        return 4
                + revision.down().size()
                + revision.dependsOn().size()
                + revision.branches().size()
                + revision.replaces().size();
    }

    private String writeOne(List<RevisionInfo> revisions) throws IOException {
        ClassName first = ClassName.get(element(revisions.get(0)));
        ClassName name =
                ClassName.get(first.packageName(), String.join("_", first.simpleNames()) + "_" + REGISTRY.simpleName());
        List<RevisionInfo> byClass =
                revisions.stream().sorted(comparing(RevisionInfo::type)).toList();
        JavaFile.builder(name.packageName(), registry(name, byClass))
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .writeTo(filer);
        return name.reflectionName();
    }

    private TypeElement element(RevisionInfo revision) {
        return Objects.requireNonNull(elements.getTypeElement(revision.type()), revision.type());
    }

    // public final class CreateAccount_RevisionRegistry implements RevisionRegistry { … }
    private TypeSpec registry(ClassName name, List<RevisionInfo> revisions) {
        TypeSpec.Builder registry = TypeSpec.classBuilder(name)
                .addJavadoc("The revisions of this module, found through {@link java.util.ServiceLoader}.\n")
                .addModifiers(PUBLIC, FINAL)
                .addSuperinterface(REGISTRY)
                .addField(revisionsField(revisions))
                .addMethod(revisionsMethod())
                .addMethod(newMigrationMethod(revisions));
        GeneratedAnnotations.generatedAnnotation(elements, sourceVersion)
                .ifPresent(generated -> registry.addAnnotation(AnnotationSpec.builder(ClassName.get(generated))
                        .addMember("value", "$S", RevisionProcessor.class.getName())
                        .build()));
        revisions.forEach(revision -> registry.addOriginatingElement(element(revision)));
        return registry.build();
    }

    // private static final List<RevisionInfo> REVISIONS = List.of(…);
    private FieldSpec revisionsField(List<RevisionInfo> revisions) {
        CodeBlock list = revisions.stream().map(this::info).collect(CodeBlock.joining(",\n"));
        return FieldSpec.builder(ParameterizedTypeName.get(ClassName.get(List.class), REVISION_INFO), "REVISIONS")
                .addModifiers(PRIVATE, STATIC, FINAL)
                .initializer("$T.of(\n$>$>$L$<$<)", List.class, list)
                .build();
    }

    // RevisionInfo.of("ae1027a6acf0", "add last request
    // date").after("1975ea83b712").declaredBy("com.acme.AddLastRequestDate")
    private CodeBlock info(RevisionInfo revision) {
        StringBuilder calls = new StringBuilder();
        add(calls, "after", revision.down());
        add(calls, "dependingOn", revision.dependsOn());
        add(calls, "labelled", revision.branches());
        add(calls, "replacing", revision.replaces());
        if (!revision.transactional()) {
            calls.append("\n.outsideTransaction()");
        }
        add(calls, "inDatabase", revision.database().isEmpty() ? List.of() : List.of(revision.database()));
        add(calls, "declaredBy", List.of(revision.type()));
        add(calls, "withChecksum", revision.checksum().stream().toList());
        String idAndMessage = literals(List.of(revision.id(), revision.message()));
        // Few parts, since JavaPoet processes each part twice.
        return CodeBlock.of("$T.of($L)$>$>$L$<$<", REVISION_INFO, idAndMessage, calls);
    }

    private void add(StringBuilder calls, String method, List<String> texts) {
        if (!texts.isEmpty()) {
            calls.append("\n.")
                    .append(method)
                    .append('(')
                    .append(literals(texts))
                    .append(')');
        }
    }

    private String literals(List<String> texts) {
        return texts.stream().map(elements::getConstantExpression).collect(joining(", "));
    }

    // public List<RevisionInfo> revisions() { return REVISIONS; }
    private static MethodSpec revisionsMethod() {
        return MethodSpec.methodBuilder("revisions")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(ParameterizedTypeName.get(ClassName.get(List.class), REVISION_INFO))
                .addStatement("return REVISIONS")
                .build();
    }

    // public Migration newMigration(int index) { return switch (index) { case 0 -> new AddLastRequestDate(); … }; }
    private MethodSpec newMigrationMethod(List<RevisionInfo> revisions) {
        Set<String> warnings = new TreeSet<>();
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (index) {\n$>");
        for (int i = 0; i < revisions.size(); i++) {
            TypeElement element = element(revisions.get(i));
            String diamond = element.getTypeParameters().isEmpty() ? "" : "<>";
            cases.add("case $L -> new $T$L();\n", i, ClassName.get(element), diamond);
            addWarnings(element, warnings);
        }
        cases.add("default -> throw new $T(index);\n$<};\n", IndexOutOfBoundsException.class);
        MethodSpec.Builder method = MethodSpec.methodBuilder("newMigration").addAnnotation(Override.class);
        if (!warnings.isEmpty()) {
            AnnotationSpec.Builder suppression = AnnotationSpec.builder(SuppressWarnings.class);
            warnings.forEach(warning -> suppression.addMember("value", "$S", warning));
            method.addAnnotation(suppression.build());
        }
        return method.addModifiers(PUBLIC)
                .returns(MIGRATION)
                .addParameter(int.class, "index")
                .addCode(cases.build())
                .build();
    }

    /** Adds the warnings for a deprecated class or enclosing class, which the user can't fix in generated code. */
    private static void addWarnings(TypeElement type, Set<String> warnings) {
        for (Element element = type; element != null; element = element.getEnclosingElement()) {
            Deprecated deprecated = element.getAnnotation(Deprecated.class);
            if (deprecated != null) {
                warnings.add(deprecated.forRemoval() ? "removal" : "deprecation");
            }
        }
    }
}
