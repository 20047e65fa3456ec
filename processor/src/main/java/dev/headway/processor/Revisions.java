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
 * The revisions of a compilation: its own, whether compiled now or earlier, and those of other jars that they refer to.
 */
final class Revisions {
    private final SortedMap<String, DeclaredRevision> own = new TreeMap<>();
    private final SortedMap<String, DeclaredRevision> foreign = new TreeMap<>();
    private final Set<String> inSources = new HashSet<>();

    void addFromSource(DeclaredRevision declared) {
        addOwn(declared);
        inSources.add(declared.type());
    }

    void addOwn(DeclaredRevision declared) {
        own.put(declared.type(), declared);
    }

    void removeOwn(DeclaredRevision declared) {
        own.remove(declared.type());
    }

    void addForeign(DeclaredRevision declared) {
        foreign.put(declared.type(), declared);
    }

    /** Returns the revisions of this compilation, by the names of their classes. */
    Collection<DeclaredRevision> own() {
        return own.values();
    }

    /** Returns the revisions of other jars, by the names of their classes. */
    Collection<DeclaredRevision> foreign() {
        return foreign.values();
    }

    /** Returns the revision that a class declares. */
    DeclaredRevision get(String type) {
        return Objects.requireNonNull(own.containsKey(type) ? own.get(type) : foreign.get(type), type);
    }

    boolean isOwn(String type) {
        return own.containsKey(type);
    }

    /** Returns whether a class is in the sources of this compilation, so that the compiler can mark a position in it. */
    boolean isInSources(String type) {
        return inSources.contains(type);
    }

    boolean has(String type) {
        return own.containsKey(type) || foreign.containsKey(type);
    }

    /**
     * Returns the history of each database, with the revisions of other jars first. A reference to a class that isn't a revision
     * of the same database becomes an id that no revision can have.
     */
    Collection<List<RevisionInfo>> histories() {
        Map<String, DeclaredRevision> all = new TreeMap<>(foreign);
        all.putAll(own);
        return Stream.concat(foreign.values().stream(), own.values().stream())
                .map(declared -> info(declared, all))
                .collect(groupingBy(RevisionInfo::database, TreeMap::new, toList()))
                .values();
    }

    private static RevisionInfo info(DeclaredRevision declared, Map<String, DeclaredRevision> all) {
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

    private static List<String> ids(List<String> types, String database, Map<String, DeclaredRevision> all) {
        return types.stream()
                .map(type -> {
                    DeclaredRevision declared = all.get(type);
                    return declared == null || !declared.database().equals(database) ? "class " + type : declared.id();
                })
                .toList();
    }
}
