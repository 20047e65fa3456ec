package dev.headway.internal.engine;

import dev.headway.error.ConfigurationException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.internal.engine.journal.AppliedRevisions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The revisions of the code for one database: the revisions of all registries, joined. */
public final class History {
    private static final String PASSED = "in the registries that were passed";

    private static final String CAUSES =
            " The usual causes: Headway's annotation processor is not on the processor path of the"
                    + " build; the JDK runs no processors without -proc:full; a jar that was packed of several lost its"
                    + " META-INF/services/dev.headway.graph.RevisionRegistry; or a module doesn't provide RevisionRegistry. If there is no"
                    + " revision yet, set headway.empty=warn.";

    private final List<RevisionRegistry> registries;
    private final String source;
    private final String database;
    private final List<RevisionInfo> declared;
    private final List<String> live;
    private final boolean squashedTwice;
    private final Map<RevisionRegistry, Map<String, Integer>> indexes = new ConcurrentHashMap<>();
    private volatile @Nullable RevisionGraph graph;

    private History(List<RevisionRegistry> registries, String source, String database) {
        this.source = source;
        this.registries = List.copyOf(registries);
        this.database = database;
        declared = new ArrayList<>();
        Set<String> replaced = new HashSet<>();
        for (RevisionRegistry registry : registries) {
            for (RevisionInfo revision : registry.revisions()) {
                if (revision.database().equals(database)) {
                    declared.add(revision);
                    replaced.addAll(revision.replaces());
                }
            }
        }
        live = new ArrayList<>(declared.size());
        boolean nested = false;
        for (RevisionInfo revision : declared) {
            if (!replaced.contains(revision.id())) {
                live.add(revision.id());
            } else {
                nested |= !revision.replaces().isEmpty();
            }
        }
        squashedTwice = nested;
    }

    /**
     * Joins the registries that the class loaders of this thread and of Headway find, each once, for the default database. The
     * threads of some pools don't have the class loader of the application.
     *
     * @throws dev.headway.error.InvalidHistoryException if a service file does not list all registries of its jar
     */
    public static History onClassPath() {
        Set<ClassLoader> loaders = loaders();
        Map<String, RevisionRegistry> found = new LinkedHashMap<>();
        for (ClassLoader loader : loaders) {
            for (RevisionRegistry registry : ServiceLoader.load(RevisionRegistry.class, loader)) {
                found.putIfAbsent(registry.getClass().getName(), registry);
            }
        }
        for (ClassLoader loader : loaders) {
            new CompiledRegistries(loader).requireAll(found.keySet());
        }
        String searched = loaders.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return new History(List.copyOf(found.values()), "on the class path (class loader " + searched + ")", "");
    }

    /** A loader finds what its parents find, so they are not asked again. */
    private static Set<ClassLoader> loaders() {
        ClassLoader own = History.class.getClassLoader();
        ClassLoader ofThread = Thread.currentThread().getContextClassLoader();
        Set<ClassLoader> loaders = new LinkedHashSet<>();
        if (ofThread != null && !isParent(ofThread, own)) {
            loaders.add(ofThread);
        }
        if (!isParent(own, ofThread)) {
            loaders.add(own);
        }
        return loaders;
    }

    private static boolean isParent(ClassLoader loader, @Nullable ClassLoader child) {
        ClassLoader parent = child == null ? null : child.getParent();
        while (parent != null && parent != loader) {
            parent = parent.getParent();
        }
        return parent != null;
    }

    /** Joins these registries, for the default database. */
    public static History of(List<RevisionRegistry> registries) {
        return new History(registries, PASSED, "");
    }

    /** Returns the revisions of the same registries for the database with this name. */
    public History ofDatabase(String database) {
        return database.equals(this.database) ? this : new History(registries, source, database);
    }

    /** Returns the revisions of other registries for the same database. */
    public History ofRegistries(List<RevisionRegistry> registries) {
        return new History(registries, PASSED, database);
    }

    /**
     * Returns whether {@code applied} contains exactly the revisions of this history. Builds no graph, so the answer is no if
     * squashes replace each other, which only the graph checks.
     */
    boolean isExactly(Set<String> applied) {
        return !squashedTwice && applied.size() == live.size() && applied.containsAll(live);
    }

    /** Returns the revisions whose checksum differs from the one that they had when they were applied. */
    List<RevisionInfo> changed(AppliedRevisions applied) {
        return applied.changed(declared);
    }

    /**
     * Returns the graph of all revisions, in the order of the names of their classes.
     *
     * @throws dev.headway.error.InvalidHistoryException if the registries do not fit together
     */
    public RevisionGraph graph() {
        RevisionGraph made = graph;
        if (made == null) {
            List<RevisionInfo> joined = new ArrayList<>(declared);
            joined.sort(Comparator.comparing(RevisionInfo::type).thenComparing(RevisionInfo::id));
            made = RevisionGraph.of(joined);
            graph = made;
        }
        return made;
    }

    /**
     * Returns whether there are no revisions at all.
     *
     * @throws ConfigurationException if there are revisions, but only for other databases
     */
    boolean isEmpty() {
        if (!declared.isEmpty()) {
            return false;
        }
        Set<String> others = new TreeSet<>();
        for (RevisionRegistry registry : registries) {
            for (RevisionInfo revision : registry.revisions()) {
                others.add(revision.database());
            }
        }
        if (others.isEmpty()) {
            return true;
        }
        boolean unnamed = others.remove("");
        throw new ConfigurationException("No revision belongs to "
                + (database.isEmpty() ? "the default database" : "the database '" + database + "'")
                + ", so nothing was run. There are revisions for: " + String.join(", ", others)
                + (unnamed ? (others.isEmpty() ? "" : ", and ") + "the default database" : "")
                + ". Name the database with Migrations.database or --database, or fix @Revision(database = \"…\").");
    }

    /** Describes where no revision was found, and the usual causes. */
    String describeEmptiness() {
        return "No revision is " + source + ", so nothing was run." + CAUSES;
    }

    /** Creates the migration of the revision with this id. */
    public Object newMigration(String id) {
        for (RevisionRegistry registry : registries) {
            Integer index = indexes(registry).get(id);
            if (index != null) {
                return registry.newMigration(index);
            }
        }
        throw new IllegalArgumentException("No registry has a revision " + id);
    }

    private Map<String, Integer> indexes(RevisionRegistry registry) {
        return indexes.computeIfAbsent(registry, key -> {
            Map<String, Integer> byId = new HashMap<>();
            List<RevisionInfo> revisions = key.revisions();
            for (int i = 0; i < revisions.size(); i++) {
                if (revisions.get(i).database().equals(database)) {
                    byId.put(revisions.get(i).id(), i);
                }
            }
            return byId;
        });
    }
}
