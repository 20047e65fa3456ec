package dev.headway.autogenerate;

import dev.headway.Configuration;
import dev.headway.TargetSchema;
import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionInfo;
import dev.headway.op.Operations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What {@code headway.target} names: a class that is a {@link TargetSchema}, or a file of SQL; or a database that is like that
 * already, at {@code headway.target.url}.
 */
final class Target {
    private static final String NAME = "target";

    private final Path directory;
    private final Configuration configuration;
    private final Configuration database;
    private final List<String> besides;

    Target(Path directory, Configuration configuration, List<String> besides) {
        this.directory = directory;
        this.configuration = configuration;
        this.database = configuration.beside(NAME);
        this.besides = besides;
    }

    boolean isConfigured() {
        return configuration.value(NAME).isPresent() || database.value("url").isPresent();
    }

    /**
     * Returns how to find out what it is like.
     *
     * @throws ConfigurationException if nothing is named, or what is named is not there
     */
    Wanted wanted() {
        Optional<String> name = configuration.value(NAME);
        boolean isDatabase = database.value("url").isPresent();
        if (name.isPresent() == isDatabase) {
            throw new ConfigurationException(
                    isDatabase
                            ? "headway.target and headway.target.url both say what the database is to be like: keep one."
                            : "Nobody has said what the database is to be like. Set headway.target to a class that is a"
                                    + " TargetSchema, or to a file of SQL that creates all tables; or headway.target.url to a"
                                    + " database that is like that.");
        } else if (isDatabase) {
            return scratch -> database.migrator().ask(handle -> Reading.of(handle, besides));
        }
        Build build = build(name.orElseThrow());
        return scratch -> Scratch.built(scratch, besides, build);
    }

    private Build build(String name) {
        return name.endsWith(".sql") ? script(name) : schema(newInstance(name));
    }

    private Build script(String name) {
        Path file = directory.resolve(name);
        if (!Files.isReadable(file)) {
            throw new ConfigurationException(
                    "headway.target names " + file + ", which is not there. Nothing was done.");
        }
        return sink -> {
            String script = read(file);
            Operations.perform(RevisionInfo.of(name, "the target"), op -> op.executeAll(script), sink);
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

    private static TargetSchema newInstance(String name) {
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
