package dev.headway.internal.tooling.project;

import dev.headway.error.CommandException;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A range of a history that one revision can replace: no revision outside follows or precedes a revision in its middle.
 *
 * @param members the revisions, each after those that it requires
 * @param end the last revision, which all successors follow
 * @param down the parents outside the range; empty if the range starts the history
 * @param dependsOn the dependencies outside the range
 * @param before all revisions that must be applied before the range, each after those that it requires
 */
public record SquashRange(
        List<RevisionInfo> members,
        RevisionInfo end,
        List<RevisionInfo> down,
        List<RevisionInfo> dependsOn,
        List<RevisionInfo> before) {

    /** Copies the lists. */
    public SquashRange {
        members = List.copyOf(members);
        down = List.copyOf(down);
        dependsOn = List.copyOf(dependsOn);
        before = List.copyOf(before);
    }

    /**
     * Returns a range of a history.
     *
     * @param members the revisions
     * @throws CommandException if one revision cannot replace them
     */
    public static SquashRange of(RevisionGraph graph, List<RevisionInfo> members) {
        if (members.size() < 2) {
            throw refused(
                    members.isEmpty()
                            ? "The range names no revision, so there is nothing to squash."
                            : "The range has only " + members.get(0).describe() + ", which is one revision already.",
                    "Name where to begin and where to end, as in a:b; both ends are included.");
        }
        Set<String> ids = ids(members);
        RevisionInfo end = end(members);
        requireNoBranch(graph, ids, end);
        requireNoMerge(graph, members, ids);
        List<RevisionInfo> down = outside(graph, members.stream().flatMap(each -> each.down().stream()), ids);
        List<RevisionInfo> required = outside(graph, members.stream().flatMap(each -> each.dependsOn().stream()), ids);
        Set<String> above = ids(ancestors(graph, down));
        Set<String> before = ids(
                ancestors(graph, Stream.concat(down.stream(), required.stream()).toList()));
        return new SquashRange(
                members,
                end,
                down,
                required.stream().filter(each -> !above.contains(each.id())).toList(),
                graph.revisions().stream()
                        .filter(each -> before.contains(each.id()))
                        .toList());
    }

    /** Returns whether the range starts the history, so that no database has rows before it. */
    public boolean beginsTheHistory() {
        return before.isEmpty();
    }

    /** Returns the branch labels of its revisions. */
    public List<String> branches() {
        return members.stream().flatMap(each -> each.branches().stream()).toList();
    }

    private static RevisionInfo end(List<RevisionInfo> members) {
        Set<String> parents =
                members.stream().flatMap(each -> each.down().stream()).collect(Collectors.toSet());
        List<RevisionInfo> ends =
                members.stream().filter(each -> !parents.contains(each.id())).toList();
        if (ends.size() > 1) {
            throw refused(
                    "The range has several ends: " + named(ends) + ".",
                    "End it with one of them, name a branch, as in ledger@base:"
                            + ends.get(0).id() + ", or merge them and squash up to the merge.");
        }
        return ends.get(0);
    }

    private static void requireNoBranch(RevisionGraph graph, Set<String> ids, RevisionInfo end) {
        List<String> branching = new ArrayList<>();
        for (RevisionInfo outside : graph.revisions()) {
            if (!ids.contains(outside.id())) {
                outside.down().stream()
                        .filter(id -> ids.contains(id) && !id.equals(end.id()))
                        .forEach(id -> branching.add(outside.describe() + " comes after " + id));
                outside.dependsOn().stream()
                        .filter(id -> ids.contains(id) && !id.equals(end.id()))
                        .forEach(id -> branching.add(outside.describe() + " depends on " + id));
            }
        }
        if (!branching.isEmpty()) {
            throw refused(
                    "Others branch off from the middle of the range: " + String.join("; ", branching) + ".",
                    "End the range there, or begin it after that; what only depends on its middle may depend on its end, "
                            + end.id() + ", instead.");
        }
    }

    private static void requireNoMerge(RevisionGraph graph, List<RevisionInfo> members, Set<String> ids) {
        List<String> merging = new ArrayList<>();
        for (RevisionInfo member : members) {
            if (member.down().stream().anyMatch(ids::contains)) {
                outside(graph, member.down().stream(), ids)
                        .forEach(parent -> merging.add(parent.describe() + " merges at " + member.id()));
            }
        }
        if (!merging.isEmpty()) {
            throw refused(
                    "Others merge into the middle of the range: " + String.join("; ", merging) + ".",
                    "End the range before that, begin it there, or begin it so early that it has them all.");
        }
    }

    private static List<RevisionInfo> outside(RevisionGraph graph, Stream<String> references, Set<String> ids) {
        return references
                .filter(id -> !ids.contains(id))
                .distinct()
                .flatMap(id -> graph.find(id).stream())
                .toList();
    }

    private static List<RevisionInfo> ancestors(RevisionGraph graph, List<RevisionInfo> revisions) {
        Set<RevisionInfo> ancestors = new LinkedHashSet<>();
        List<RevisionInfo> pending = new ArrayList<>(revisions);
        while (!pending.isEmpty()) {
            RevisionInfo next = pending.remove(pending.size() - 1);
            if (ancestors.add(next)) {
                Stream.concat(next.down().stream(), next.dependsOn().stream())
                        .forEach(id -> graph.find(id).ifPresent(pending::add));
            }
        }
        return List.copyOf(ancestors);
    }

    private static Set<String> ids(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String named(List<RevisionInfo> revisions) {
        return revisions.stream().map(RevisionInfo::describe).collect(Collectors.joining(", "));
    }

    private static CommandException refused(String what, String wayOut) {
        return new CommandException(what + " Nothing was written. " + wayOut);
    }
}
