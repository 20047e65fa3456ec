package dev.headway.engine;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The revisions that the code has: those of all registries, joined. */
public final class History {
    private final List<RevisionRegistry> registries;
    private final Map<RevisionRegistry, Map<String, Integer>> indexes = new ConcurrentHashMap<>();
    private final List<String> ids;
    private volatile @Nullable RevisionGraph graph;

    private History(List<RevisionRegistry> registries) {
        this.registries = List.copyOf(registries);
        Set<String> replaced = new HashSet<>();
        for (RevisionRegistry registry : registries) {
            for (RevisionInfo revision : registry.revisions()) {
                replaced.addAll(revision.replaces());
            }
        }
        List<String> live = new ArrayList<>();
        for (RevisionRegistry registry : registries) {
            for (RevisionInfo revision : registry.revisions()) {
                if (!replaced.contains(revision.id())) {
                    live.add(revision.id());
                }
            }
        }
        ids = live;
    }

    /** Joins the registries that the class loader of this thread finds. */
    public static History onClassPath() {
        List<RevisionRegistry> found = new ArrayList<>();
        for (RevisionRegistry registry : ServiceLoader.load(RevisionRegistry.class)) {
            found.add(registry);
        }
        return new History(found);
    }

    /** Joins these registries. */
    public static History of(List<RevisionRegistry> registries) {
        return new History(registries);
    }

    /** Returns whether {@code applied} is exactly what the code has: asked first, and cheap. */
    boolean isExactly(Set<String> applied) {
        return applied.size() == ids.size() && applied.containsAll(ids);
    }

    /** Returns the revisions that {@code applied} has from other code, as far as that is known. */
    List<RevisionInfo> changed(Applied applied) {
        List<RevisionInfo> changed = new ArrayList<>();
        for (RevisionRegistry registry : registries) {
            changed.addAll(applied.changed(registry.revisions()));
        }
        return changed;
    }

    /**
     * Returns the graph of all revisions, declared in the order of the names of their classes.
     *
     * @throws dev.headway.InvalidHistoryException if the registries do not fit together
     */
    public RevisionGraph graph() {
        RevisionGraph made = graph;
        if (made == null) {
            List<RevisionInfo> joined = new ArrayList<>();
            for (RevisionRegistry registry : registries) {
                joined.addAll(registry.revisions());
            }
            joined.sort(Comparator.comparing(RevisionInfo::type).thenComparing(RevisionInfo::id));
            made = RevisionGraph.of(joined);
            graph = made;
        }
        return made;
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    /** Makes the migration of the revision with this id. */
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
            for (RevisionInfo revision : key.revisions()) {
                byId.put(revision.id(), byId.size());
            }
            return byId;
        });
    }
}
