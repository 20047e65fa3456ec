package dev.headway.processor;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.headway.graph.RevisionInfo;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The revisions that a compilation knows: its own, whenever they were compiled, and those of other jars that they lead to.
 */
final class Revisions {
    private final SortedMap<String, Declared> own = new TreeMap<>();
    private final SortedMap<String, Declared> foreign = new TreeMap<>();
    private final Set<String> inSources = new HashSet<>();

    void addFromSource(Declared declared) {
        addOwn(declared);
        inSources.add(declared.type());
    }

    void addOwn(Declared declared) {
        own.put(declared.type(), declared);
    }

    void removeOwn(Declared declared) {
        own.remove(declared.type());
    }

    void addForeign(Declared declared) {
        foreign.put(declared.type(), declared);
    }

    /** Returns the revisions of this compilation, by the names of their classes. */
    Collection<Declared> own() {
        return own.values();
    }

    /** Returns the revisions of other jars, by the names of their classes. */
    Collection<Declared> foreign() {
        return foreign.values();
    }

    /** Returns the revision that a class declares. */
    Declared get(String type) {
        return Objects.requireNonNull(own.containsKey(type) ? own.get(type) : foreign.get(type), type);
    }

    boolean isOwn(String type) {
        return own.containsKey(type);
    }

    /** Returns whether the sources of this compilation hold a class, so that the compiler can point at it. */
    boolean isInSources(String type) {
        return inSources.contains(type);
    }

    boolean has(String type) {
        return own.containsKey(type) || foreign.containsKey(type);
    }

    /**
     * Returns the revisions as the graph takes them, for each database those of other jars first. A reference to a class that
     * is no revision for the same database becomes an id that none can have.
     */
    Collection<List<RevisionInfo>> histories() {
        Map<String, Declared> all = new TreeMap<>(foreign);
        all.putAll(own);
        return Stream.concat(foreign.values().stream(), own.values().stream())
                .map(declared -> info(declared, all))
                .collect(groupingBy(RevisionInfo::database, TreeMap::new, toList()))
                .values();
    }

    private static RevisionInfo info(Declared declared, Map<String, Declared> all) {
        return new RevisionInfo(
                declared.id(),
                ids(declared.down(), declared.database(), all),
                ids(declared.dependsOn(), declared.database(), all),
                declared.branches(),
                declared.message(),
                declared.replaces(),
                declared.transactional(),
                declared.type(),
                declared.checksum(),
                declared.database());
    }

    private static List<String> ids(List<String> types, String database, Map<String, Declared> all) {
        return types.stream()
                .map(type -> {
                    Declared declared = all.get(type);
                    return declared == null || !declared.database().equals(database) ? "class " + type : declared.id();
                })
                .toList();
    }
}
