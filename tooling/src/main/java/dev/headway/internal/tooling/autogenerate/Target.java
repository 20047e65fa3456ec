package dev.headway.internal.tooling.autogenerate;

import dev.headway.Configuration;
import dev.headway.TargetSchema;
import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.internal.tooling.scratch.SchemaBuilder;
import dev.headway.op.Operations;
import dev.headway.sql.Utf8Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The configured target: a class that implements {@link TargetSchema} or an SQL file, named by {@code headway.target}, or a
 * database, named by {@code headway.target.url}.
 */
final class Target {
    private static final String NAME = "target";

    private final Path directory;
    private final Configuration configuration;
    private final Configuration database;
    private final List<String> otherSchemas;

    Target(Path directory, Configuration configuration, List<String> otherSchemas) {
        this.directory = directory;
        this.configuration = configuration;
        this.database = configuration.beside(NAME);
        this.otherSchemas = otherSchemas;
    }

    boolean isConfigured() {
        return configuration.value(NAME).isPresent() || database.value("url").isPresent();
    }

    /**
     * Returns a reader of the target.
     *
     * @throws ConfigurationException if no target is configured, or the target does not exist
     */
    TargetReader reader() {
        Optional<String> name = configuration.value(NAME);
        boolean isDatabase = database.value("url").isPresent();
        if (name.isPresent() == isDatabase) {
            throw new ConfigurationException(
                    isDatabase
                            ? "headway.target and headway.target.url are both set. Nothing was compared. Keep one of them."
                            : "No target is configured. Nothing was compared. Set headway.target to a class that implements"
                                    + " TargetSchema, or to an SQL file that creates all tables, or set headway.target.url to a"
                                    + " database that has the target schema.");
        } else if (isDatabase) {
            return scratch -> ConnectedDatabase.ask(database.migrator(), connected -> connected.read(otherSchemas));
        }
        SchemaBuilder builder = builder(name.orElseThrow());
        return scratch -> scratch.build(otherSchemas, builder);
    }

    private SchemaBuilder builder(String name) {
        return name.endsWith(".sql") ? script(name) : schema(newInstance(name));
    }

    private SchemaBuilder script(String name) {
        Path file = directory.resolve(name);
        if (!Files.isReadable(file)) {
            throw new ConfigurationException(
                    "headway.target names " + file + ", which does not exist. Nothing was compared.");
        }
        return sink -> {
            String script = read(file);
            Operations.perform(RevisionInfo.of(name, "the target"), op -> op.executeAll(script), sink);
        };
    }

    private static String read(Path file) {
        try {
            return Utf8Text.decode(file.toString(), Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage() + ". Nothing was compared.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaBuilder schema(TargetSchema target) {
        String type = target.getClass().getName();
        RevisionInfo info = RevisionInfo.of(type, "the target").declaredBy(type);
        return sink -> Operations.perform(info, target::build, sink);
    }

    private static TargetSchema newInstance(String name) {
        try {
            Object target = Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                    .getConstructor()
                    .newInstance();
            if (target instanceof TargetSchema schema) {
                return schema;
            }
            throw new ConfigurationException("headway.target names " + name
                    + ", which does not implement TargetSchema. Nothing was compared. Implement it, with build(op).");
        } catch (ClassNotFoundException e) {
            throw new ConfigurationException(
                    "headway.target names " + name + ", which is no class on the class path, and does"
                            + " not end with .sql. Nothing was compared. Compile the class, or correct the name.");
        } catch (ReflectiveOperationException e) {
            throw new ConfigurationException(
                    "headway.target names " + name + ", which cannot be instantiated. Nothing was compared."
                            + " The class must be public, with a public constructor without parameters (" + e + ").");
        }
    }
}
