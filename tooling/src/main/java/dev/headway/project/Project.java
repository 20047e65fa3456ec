package dev.headway.project;

import dev.headway.Configuration;
import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * A project as developers have it before them: where its migrations are written.
 *
 * @param directory its directory
 * @param sources its source folder
 * @param database the database whose revisions are meant; empty for that without a name
 * @param configuredPackage the package of its migrations, as {@code headway.package} says it; empty if it does not
 */
public record Project(Path directory, Path sources, String database, Optional<String> configuredPackage) {
    private static final Set<String> IMPORTED = Set.of("Migration", "Operations", "Revision");
    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Returns the project in a directory, as its settings {@code headway.sources} and {@code headway.package} describe it.
     *
     * @throws ConfigurationException if a setting cannot be read
     */
    public static Project in(Path directory, Configuration configuration) {
        Path absolute = directory.toAbsolutePath().normalize();
        Optional<String> packageName = configuration.value("package");
        packageName.ifPresent(Project::requirePackage);
        return new Project(
                absolute,
                absolute.resolve(configuration.value("sources").orElse("src/main/java")),
                configuration.database(),
                packageName);
    }

    static void requirePackage(String name) {
        if (!SourceVersion.isName(name)) {
            throw new ConfigurationException(
                    "'" + name + "' cannot be a package. Nothing was written. Name one such as com.acme.migrations.");
        }
    }

    /**
     * Returns its revisions.
     *
     * @throws dev.headway.error.InvalidHistoryException if they do not form a sound graph
     */
    public ProjectHistory history() {
        return ProjectHistory.read(directory, sources, database);
    }

    /** Returns an id that no revision has: 12 hexadecimal digits, as Alembic's. */
    public static String newId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /**
     * Writes a new revision as a class, named after its message.
     *
     * @return the file
     * @throws ConfigurationException if the history would no longer be sound with it, if it is not known which package to write it to, or a class of that name is there
     */
    public Path write(NewRevision revision) {
        history().requireFits(revision);
        return write(
                file(revision),
                new RevisionSource(revision, database, packageFor(revision), className(revision)).toString());
    }

    private Path file(NewRevision revision) {
        return folder(packageFor(revision)).resolve(className(revision) + ".java");
    }

    /**
     * Writes a revision that stands for others, and lets what comes after those come after it.
     *
     * @return the files, that of the revision first
     * @throws ConfigurationException as {@link #write(NewRevision)}, and if the source of what comes after is not the project's own
     */
    public List<Path> writeSquash(NewRevision squash) {
        Map<Path, String> moved = moved(squash);
        List<Path> written = new ArrayList<>();
        written.add(write(squash));
        try {
            for (Map.Entry<Path, String> each : moved.entrySet()) {
                written.add(Files.writeString(each.getKey(), each.getValue()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written;
    }

    /**
     * Does nothing if a revision that stands for others can be written.
     *
     * @throws ConfigurationException as {@link #writeSquash}
     */
    public void requireSquash(NewRevision squash) {
        history().requireFits(squash);
        requireFree(file(squash));
        moved(squash);
    }

    /** Returns the texts of what comes after what is replaced, once it comes after what replaces it. */
    private Map<Path, String> moved(NewRevision squash) {
        ProjectHistory history = history();
        String packageName = packageFor(squash);
        String className = className(squash);
        Successors successors = new Successors(
                types(history.all()),
                types(squash.replaces()),
                packageName.isEmpty() ? className : packageName + "." + className);
        Map<Path, String> moved = new LinkedHashMap<>();
        for (RevisionInfo successor : history.after(squash)) {
            Path source = history.fileOf(successor)
                    .orElseThrow(() -> new ConfigurationException(successor.describe()
                            + " comes after what is to be replaced, but its source is not in this project. Nothing was"
                            + " written. Squash where both are, or a range that ends earlier."));
            moved.put(source, successors.rewritten(source));
        }
        return moved;
    }

    private static Set<String> types(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::type).collect(Collectors.toSet());
    }

    private String packageFor(NewRevision revision) {
        if (configuredPackage.isPresent()) {
            return configuredPackage.get();
        }
        for (RevisionInfo parent : Stream.concat(revision.replaces().stream(), revision.down().stream())
                .toList()) {
            Path file = folder(packageOf(parent.type()));
            if (Files.isDirectory(file)) {
                return packageOf(parent.type());
            }
        }
        return history()
                .packageName()
                .orElseThrow(() ->
                        new ConfigurationException("Nobody has said which package migrations belong to. Run headway"
                                + " init, or set headway.package in " + directory.resolve("headway.properties") + "."));
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }

    private static String className(NewRevision revision) {
        String named = Words.className(revision.message());
        if (SourceVersion.isName(named) && !isTaken(named)) {
            return named;
        }
        String byId = Words.className(revision.id());
        return byId.startsWith("Revision") ? byId : "Revision" + byId;
    }

    /** A class of a package goes before those of java.lang there, and before what the new revision imports. */
    private static boolean isTaken(String name) {
        try {
            return IMPORTED.contains(name)
                    || Class.forName("java.lang." + name).getSimpleName().equals(name);
        } catch (ClassNotFoundException | NoClassDefFoundError free) {
            return false;
        }
    }

    private Path folder(String packageName) {
        return packageName.isEmpty() ? sources : sources.resolve(packageName.replace('.', '/'));
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new ConfigurationException(
                    file + " is there already, and stays as it is. Nothing was written. Say it in another message.");
        }
    }

    private static Path write(Path file, String text) {
        requireFree(file);
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
