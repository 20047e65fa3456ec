package dev.headway.internal.tooling.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.headway.Migration;
import dev.headway.internal.tooling.project.NewRevision;
import dev.headway.op.Operations;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Modifier;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Migrations that are written, compiled and loaded. */
final class CompiledMigrations {
    private final Map<String, String> sources = new LinkedHashMap<>();

    /** Adds a migration that leads from one schema to another, and back. */
    void add(String type, Comparison comparison) {
        NewRevision.Body body = comparison.body();
        TypeSpec spec = TypeSpec.classBuilder(ClassName.get("", type))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addSuperinterface(Migration.class)
                .addMethod(method("upgrade", body.upgrade()))
                .addMethod(method("downgrade", body.downgrade()))
                .build();
        sources.put(type, JavaFile.builder("", spec).indent("    ").build().toString());
    }

    private static MethodSpec method(String name, CodeBlock code) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .addParameter(Operations.class, "op")
                .addCode(code)
                .build();
    }

    String of(String type) {
        return Objects.requireNonNull(sources.get(type));
    }

    /** Compiles them all in a folder. */
    Map<String, Migration> compiledIn(Path folder) throws IOException, ReflectiveOperationException {
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue());
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(problems, null, null)) {
            List<Path> paths = sources.keySet().stream()
                    .map(type -> folder.resolve(type + ".java"))
                    .toList();
            compiler.getTask(
                            null,
                            files,
                            problems,
                            List.of("-proc:none", "-d", folder.toString()),
                            null,
                            files.getJavaFileObjectsFromPaths(paths))
                    .call();
        }
        assertThat(problems.getDiagnostics()).isEmpty();
        Map<String, Migration> migrations = new HashMap<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, Migration.class.getClassLoader())) {
            for (String type : sources.keySet()) {
                migrations.put(type, (Migration)
                        loader.loadClass(type).getConstructor().newInstance());
            }
        }
        return migrations;
    }
}
