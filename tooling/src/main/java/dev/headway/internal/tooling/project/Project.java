package dev.headway.internal.tooling.project;

import dev.headway.Configuration;
import dev.headway.error.CommandException;
import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import org.jspecify.annotations.Nullable;

/** A project whose sources contain migrations. Reads the sources once, and again after it has written a revision. */
public final class Project {
    private static final int ID_BYTES = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path directory;
    private final Path sources;
    private final String database;
    private final Optional<String> configuredPackage;
    private @Nullable ProjectHistory history;

    private Project(Path directory, Path sources, String database, Optional<String> configuredPackage) {
        this.directory = directory;
        this.sources = sources;
        this.database = database;
        this.configuredPackage = configuredPackage;
    }

    /**
     * Returns the project in a directory, with its settings {@code headway.sources} and {@code headway.package}.
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

    /** Returns the directory of the project. */
    public Path directory() {
        return directory;
    }

    /** Returns the folder of its sources. */
    Path sources() {
        return sources;
    }

    /** Returns the package of its migrations, if {@code headway.package} sets it. */
    public Optional<String> configuredPackage() {
        return configuredPackage;
    }

    /**
     * Returns its revisions.
     *
     * @throws dev.headway.error.InvalidHistoryException if they do not form a valid graph
     */
    public ProjectHistory history() {
        if (history == null) {
            history = ProjectHistory.read(directory, sources, database);
        }
        return history;
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
     * @throws ConfigurationException if no package is configured, and none can be derived from other revisions
     * @throws CommandException if the history would be invalid with the revision, or the file exists
     */
    public Path write(NewRevision revision) {
        history().requireFits(revision);
        RevisionClass type = classOf(revision);
        Path file = type.fileIn(sources);
        requireFree(file);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, new RevisionSource(revision, database, type).toString(), StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        history = null;
        return file;
    }

    /**
     * Prepares a revision that replaces others, whose successors are to come after it instead.
     *
     * @throws CommandException if {@link #write} would refuse it, or the source of a successor is not in this project
     */
    public PreparedSquash prepareSquash(NewRevision squash) {
        history().requireFits(squash);
        RevisionClass type = classOf(squash);
        requireFree(type.fileIn(sources));
        SuccessorRewriter rewriter = new SuccessorRewriter(
                types(history().all()), types(squash.replaces()), type.packageName(), type.name());
        Map<Path, FileChange> changes = new LinkedHashMap<>();
        for (RevisionInfo successor : history().after(squash)) {
            Path file = history()
                    .fileOf(successor)
                    .orElseThrow(() -> new CommandException(successor.describe()
                            + " comes after a revision that is to be replaced, but its source is not in this project."
                            + " Nothing was written. Squash in a project that has both, or squash a range that ends"
                            + " earlier."));
            changes.computeIfAbsent(
                    file, path -> rewriter.change(path, history().declarationsIn(path)));
        }
        return new PreparedSquash(this, List.copyOf(changes.values()));
    }

    private static Set<String> types(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::type).collect(Collectors.toSet());
    }

    private RevisionClass classOf(NewRevision revision) {
        return RevisionClass.of(revision, configuredPackage.orElseGet(() -> packageBeside(revision)));
    }

    private String packageBeside(NewRevision revision) {
        return Stream.concat(revision.replaces().stream(), revision.down().stream())
                .map(parent -> packageOf(parent.type()))
                .filter(name -> Files.isDirectory(sources.resolve(name.replace('.', '/'))))
                .findFirst()
                .or(() -> history().packageName())
                .orElseThrow(
                        () -> new ConfigurationException("The package of migrations is not set. Nothing was written."
                                + " Run headway init, or set headway.package in "
                                + directory.resolve("headway.properties") + "."));
    }

    private static String packageOf(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? "" : type.substring(0, dot);
    }

    private static void requireFree(Path file) {
        if (Files.exists(file)) {
            throw new CommandException(
                    file + " exists, and stays as it is. Nothing was written. Choose another message.");
        }
    }
}
