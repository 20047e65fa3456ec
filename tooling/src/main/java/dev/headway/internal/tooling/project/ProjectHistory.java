package dev.headway.internal.tooling.project;

import dev.headway.error.CommandException;
import dev.headway.graph.HistoryCheck;
import dev.headway.graph.HistoryFault;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * The revisions of a project: those in its sources, whether they compile or not, and those of its libraries. Without sources,
 * such as in a running jar, all revisions on the class path.
 */
public final class ProjectHistory {
    private final RevisionGraph graph;
    private final Map<String, RevisionDeclaration> declarations;

    private ProjectHistory(RevisionGraph graph, Map<String, RevisionDeclaration> declarations) {
        this.graph = graph;
        this.declarations = declarations;
    }

    /**
     * Reads the history of a project.
     *
     * @throws dev.headway.error.InvalidHistoryException if the revisions do not form a sound graph
     * @throws dev.headway.error.CommandException if a source cannot be read
     */
    static ProjectHistory read(Path directory, Path sources, String database) {
        List<RevisionDeclaration> all = new SourceReader(sources).read();
        List<RevisionDeclaration> written = all.stream()
                .filter(source -> source.database().equals(database))
                .toList();
        List<RevisionInfo> revisions = new ArrayList<>();
        Map<String, RevisionInfo> compiled = new HashMap<>();
        for (RevisionRegistry registry : ServiceLoader.load(RevisionRegistry.class)) {
            for (RevisionInfo revision : registry.revisions()) {
                if (revision.database().equals(database)) {
                    compiled.put(revision.id(), revision);
                    if (all.isEmpty() || !isCompiledIn(directory, registry)) {
                        revisions.add(revision);
                    }
                }
            }
        }
        Map<String, String> ids = new HashMap<>();
        revisions.forEach(revision -> ids.put(revision.type(), revision.id()));
        written.forEach(source -> ids.put(source.type(), source.id()));
        Map<String, RevisionDeclaration> declarations = new HashMap<>();
        for (RevisionDeclaration source : written) {
            declarations.put(source.id(), source);
            RevisionInfo revision = new RevisionInfo(
                            source.id(),
                            named(source.down(), ids),
                            named(source.dependsOn(), ids),
                            source.branches(),
                            source.message())
                    .replacing(source.replaces().toArray(String[]::new))
                    .inDatabase(database)
                    .declaredBy(source.type());
            revisions.add(Optional.ofNullable(compiled.get(source.id()))
                    .flatMap(RevisionInfo::checksum)
                    .map(revision::withChecksum)
                    .orElse(revision));
        }
        revisions.sort(Comparator.comparing(RevisionInfo::type).thenComparing(RevisionInfo::id));
        return new ProjectHistory(RevisionGraph.of(revisions), declarations);
    }

    /** The project's own class files may be out of date, so its sources are read instead. */
    private static boolean isCompiledIn(Path directory, RevisionRegistry registry) {
        CodeSource source = registry.getClass().getProtectionDomain().getCodeSource();
        if (source == null) {
            return false;
        }
        try {
            URI location = source.getLocation().toURI();
            return location.getScheme().equals("file")
                    && Path.of(location).startsWith(directory.toAbsolutePath().normalize());
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Returns the ids of classes; an unknown class is returned as its name, and refused as a missing parent. */
    private static List<String> named(List<ClassReference> classes, Map<String, String> ids) {
        return classes.stream()
                .map(reference -> reference.candidates().stream()
                        .filter(ids::containsKey)
                        .map(ids::get)
                        .findFirst()
                        .orElse(reference
                                .candidates()
                                .get(reference.candidates().size() - 1)))
                .toList();
    }

    /** Returns the graph of all revisions. */
    public RevisionGraph graph() {
        return graph;
    }

    /** Returns the source file of a revision that the project declares. */
    public Optional<Path> fileOf(RevisionInfo revision) {
        return Optional.ofNullable(declarations.get(revision.id())).map(RevisionDeclaration::file);
    }

    /** Returns the revisions that a source file declares. */
    List<RevisionDeclaration> declarationsIn(Path file) {
        return declarations.values().stream()
                .filter(declaration -> declaration.file().equals(file))
                .toList();
    }

    /** Returns the revisions as a registry, to compare them with a database whether they are compiled or not. */
    public RevisionRegistry registry() {
        return new SourceRegistry(all());
    }

    /** Returns all revisions, including replaced ones. */
    public List<RevisionInfo> all() {
        List<RevisionInfo> all = new ArrayList<>(graph.replaced());
        all.addAll(graph.revisions());
        return all;
    }

    /** Returns the revisions that follow the revisions which {@code squash} replaces. */
    List<RevisionInfo> after(NewRevision squash) {
        return graph.revisions().stream()
                .filter(revision -> !behind(revision, squash).equals(revision))
                .toList();
    }

    /**
     * Does nothing if the history stays valid with a revision.
     *
     * @throws CommandException if it would be invalid
     */
    void requireFits(NewRevision revision) {
        List<RevisionInfo> all = new ArrayList<>(graph.replaced());
        graph.revisions().forEach(each -> all.add(behind(each, revision)));
        all.add(new RevisionInfo(
                        revision.id(),
                        revision.down().stream().map(RevisionInfo::id).toList(),
                        revision.dependsOn().stream().map(RevisionInfo::id).toList(),
                        revision.branches(),
                        revision.message())
                .replacing(revision.replacedIds().toArray(String[]::new)));
        List<HistoryFault> faults = HistoryCheck.faults(all);
        if (!faults.isEmpty()) {
            throw new CommandException(
                    faults.stream().map(HistoryFault::message).collect(Collectors.joining("\n"))
                            + " Nothing was written.");
        }
    }

    /** Returns a revision as it is after {@code squash} has replaced its parents and dependencies. */
    private static RevisionInfo behind(RevisionInfo revision, NewRevision squash) {
        List<String> replaced = squash.replacedIds();
        return replaced.contains(revision.id())
                ? revision
                : revision.after(behind(revision.down(), replaced, squash.id()))
                        .dependingOn(behind(revision.dependsOn(), replaced, squash.id()));
    }

    private static String[] behind(List<String> ids, List<String> replaced, String squash) {
        return ids.stream()
                .map(id -> replaced.contains(id) ? squash : id)
                .distinct()
                .toArray(String[]::new);
    }

    /** Returns the package of the project's newest revision. */
    Optional<String> packageName() {
        List<RevisionInfo> revisions = graph.revisions();
        for (int i = revisions.size() - 1; i >= 0; i--) {
            RevisionInfo revision = revisions.get(i);
            if (declarations.containsKey(revision.id())) {
                int dot = revision.type().lastIndexOf('.');
                return Optional.of(dot < 0 ? "" : revision.type().substring(0, dot));
            }
        }
        return Optional.empty();
    }
}
