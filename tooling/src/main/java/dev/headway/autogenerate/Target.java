package dev.headway.autogenerate;

import dev.headway.ConfigurationException;
import dev.headway.TargetSchema;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operations;
import dev.headway.op.SqlText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code headway.target} names: a class that is a {@link TargetSchema}, or a file of SQL. */
final class Target {
    private final Path directory;
    private final String name;

    Target(Path directory, String name) {
        this.directory = directory;
        this.name = name;
    }

    /**
     * Returns what builds it.
     *
     * @throws ConfigurationException if there is no such class or file
     */
    Build build() {
        return name.endsWith(".sql") ? script(directory.resolve(name)) : schema(newInstance());
    }

    private Build script(Path file) {
        if (!Files.isReadable(file)) {
            throw new ConfigurationException(
                    "headway.target names " + file + ", which is not there. Nothing was done.");
        }
        return sink -> {
            String script = read(file);
            Operations.perform(
                    RevisionInfo.of(name, "the target"),
                    op -> SqlText.of(script, sink.database()).statements().forEach(op::execute),
                    sink);
        };
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Build schema(TargetSchema target) {
        String type = target.getClass().getName();
        RevisionInfo info = RevisionInfo.of(type, "the target").declaredBy(type);
        return sink -> Operations.perform(info, target::build, sink);
    }

    private TargetSchema newInstance() {
        try {
            Object target = Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                    .getConstructor()
                    .newInstance();
            if (target instanceof TargetSchema schema) {
                return schema;
            }
            throw new ConfigurationException("headway.target names " + name
                    + ", which is no TargetSchema: let it implement that, and build(op).");
        } catch (ClassNotFoundException e) {
            throw new ConfigurationException(
                    "headway.target names " + name + ", which is no class on the class path, and no"
                            + " file that ends with .sql. Compile it first, or mend the name.");
        } catch (ReflectiveOperationException e) {
            throw new ConfigurationException(
                    "headway.target names " + name + ", which cannot be made: it must be public, with a"
                            + " public constructor without parameters (" + e + ").");
        }
    }
}
