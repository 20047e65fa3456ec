package dev.headway.internal.tooling.project;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.headway.Migration;
import dev.headway.Revision;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operations;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The source of a new revision. */
final class RevisionSource {
    private static final int LINE = 120;

    private final NewRevision revision;
    private final String database;
    private final String packageName;
    private final String className;

    RevisionSource(NewRevision revision, String database, RevisionClass type) {
        this.revision = revision;
        this.database = database;
        this.packageName = type.packageName();
        this.className = type.name();
    }

    @Override
    public String toString() {
        TypeSpec.Builder type = TypeSpec.classBuilder(className)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Migration.class)
                .addAnnotation(annotation())
                .addMethod(upgrade());
        if (revision.downgrade()) {
            type.addMethod(downgrade());
        }
        String source = JavaFile.builder(packageName, type.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build()
                .toString();
        return annotationInOneLine(source);
    }

    private AnnotationSpec annotation() {
        AnnotationSpec.Builder annotation =
                AnnotationSpec.builder(Revision.class).addMember("id", "$S", revision.id());
        if (!database.isEmpty()) {
            annotation.addMember("database", "$S", database);
        }
        classes(annotation, "down", revision.down());
        classes(annotation, "dependsOn", revision.dependsOn());
        for (String branch : revision.branches()) {
            annotation.addMember("branch", "$S", branch);
        }
        for (String replaced : revision.replacedIds()) {
            annotation.addMember("replaces", "$S", replaced);
        }
        if (!revision.message().equals(ClassWords.words(className))) {
            annotation.addMember("message", "$S", revision.message());
        }
        return annotation.build();
    }

    private static void classes(AnnotationSpec.Builder annotation, String member, List<RevisionInfo> revisions) {
        for (RevisionInfo each : revisions) {
            annotation.addMember(member, "$T.class", ClassName.bestGuess(each.type()));
        }
    }

    private MethodSpec upgrade() {
        return method("upgrade").addCode(upgradeBody()).build();
    }

    private CodeBlock upgradeBody() {
        if (revision.body() != null) {
            return revision.body().upgrade();
        }
        return revision.isMerge()
                ? CodeBlock.of(
                        "// Joins $L; there is nothing to do.\n",
                        revision.down().stream().map(RevisionInfo::id).collect(Collectors.joining(" and ")))
                : CodeBlock.of("// op.createTable(\"account\", t -> t.bigint(\"id\").identity().primaryKey());\n");
    }

    private MethodSpec downgrade() {
        if (revision.body() != null) {
            return method("downgrade").addCode(revision.body().downgrade()).build();
        }
        return method("downgrade")
                .addException(Exception.class)
                .addCode("// Derived from the upgrade. Where it cannot be, write it by hand.\n")
                .addStatement("op.undo(this::upgrade)")
                .build();
    }

    private static MethodSpec.Builder method(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Operations.class, "op");
    }

    /** JavaPoet gives each member of an annotation a line of its own, which few need. */
    private static String annotationInOneLine(String source) {
        int start = source.indexOf("@Revision(");
        int end = source.indexOf("\n)\n", start);
        if (end < 0) {
            return source;
        }
        String line = source.substring(start, end)
                        .lines()
                        .map(String::strip)
                        .collect(Collectors.joining(" "))
                        .replace("( ", "(")
                        .replace("{ ", "{")
                        .replace(" }", "}")
                + ")";
        return line.length() > LINE ? source : source.substring(0, start) + line + source.substring(end + 2);
    }
}
