package dev.headway.cli;

import dev.headway.graph.Direction;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Revisions in words, in the shape that Alembic gives them. */
final class RevisionLines {
    private static final String BASE = "<base>";

    private final Terminal terminal;
    private final RevisionGraph graph;
    private final Set<String> heads;
    private final Set<String> ends = new HashSet<>();
    private final Map<String, List<String>> children = new HashMap<>();
    private final Map<String, List<String>> labels = new HashMap<>();
    private final DatabaseState state;

    /**
     * What a database tells about revisions.
     *
     * @param current the ids of those that are current
     * @param applied when each applied one was applied, by id
     * @param changed the ids of those whose class was another then
     * @param partial the states of those that were applied or reverted in part, by id
     */
    record DatabaseState(
            Set<String> current, Map<String, Instant> applied, Set<String> changed, Map<String, String> partial) {
        static final DatabaseState NONE = new DatabaseState(Set.of(), Map.of(), Set.of(), Map.of());
    }

    RevisionLines(RevisionGraph graph, Terminal terminal, DatabaseState state) {
        this.graph = graph;
        this.terminal = terminal;
        this.state = state;
        this.heads = ids(graph.heads());
        graph.resolve("heads").forEach(end -> ends.add(end.id()));
        for (RevisionInfo revision : graph.revisions()) {
            List<String> carried = new ArrayList<>(revision.branches());
            for (String parent : revision.down()) {
                children.computeIfAbsent(parent, id -> new ArrayList<>()).add(revision.id());
                for (String label : labels.getOrDefault(parent, List.of())) {
                    if (!carried.contains(label)) {
                        carried.add(label);
                    }
                }
            }
            labels.put(revision.id(), carried);
        }
    }

    private static Set<String> ids(Collection<RevisionInfo> revisions) {
        Set<String> ids = new HashSet<>();
        revisions.forEach(revision -> ids.add(revision.id()));
        return ids;
    }

    /** Returns a step as in {@code upgrade 1975ea83b712 -> ae1027a6acf0, add last request date}. */
    static String describe(Step step, Terminal terminal) {
        RevisionInfo revision = step.revision();
        String parents = revision.down().isEmpty() ? "base" : String.join(", ", revision.down());
        String id = terminal.id(revision.id());
        return step.direction() == Direction.UPGRADE
                ? "upgrade " + parents + " -> " + id + ", " + revision.message()
                : "downgrade " + id + " -> " + parents + ", " + revision.message();
    }

    /** Returns a line as in {@code 1975ea83b712 -> ae1027a6acf0 (head), add last request date}. */
    String inHistory(RevisionInfo revision) {
        return down(revision)
                + (revision.dependsOn().isEmpty() ? "" : " (" + String.join(", ", revision.dependsOn()) + ")") + " -> "
                + withLabels(revision) + where(revision) + forks(revision) + ", " + revision.message();
    }

    /** Returns a line as in {@code ae1027a6acf0 (head), add last request date}: a drawing shows what it comes after. */
    String inDrawing(RevisionInfo revision) {
        return withLabels(revision) + where(revision) + ", " + revision.message()
                + (revision.dependsOn().isEmpty()
                        ? ""
                        : " (depends on " + String.join(", ", revision.dependsOn()) + ")");
    }

    /** Returns a line as in {@code ae1027a6acf0 (ledger) (head)}. */
    String withBranches(RevisionInfo revision) {
        return withLabels(revision) + where(revision);
    }

    /** Returns a line as in {@code 1975ea83b712 (branchpoint)}. */
    String withForks(RevisionInfo revision) {
        return withLabels(revision) + where(revision) + forks(revision);
    }

    /** Returns a line as in {@code ae1027a6acf0 (head)}: where the database is, so that nothing says it is current. */
    String onePlace(RevisionInfo revision) {
        return terminal.id(revision.id()) + head(revision) + forks(revision);
    }

    private String withLabels(RevisionInfo revision) {
        List<String> carried = labels(revision);
        return terminal.id(revision.id()) + (carried.isEmpty() ? "" : " (" + String.join(", ", carried) + ")");
    }

    private String where(RevisionInfo revision) {
        return head(revision) + (isCurrent(revision) ? " " + terminal.mark("(current)") : "") + partial(revision.id());
    }

    private String partial(String id) {
        String partial = state.partial().get(id);
        return partial == null ? "" : " " + terminal.mark("(" + partial + ")");
    }

    /** Returns the revisions that were applied or reverted in part, as in {@code ae1027a6acf0 (partially applied: …)}. */
    List<String> partial() {
        return state.partial().keySet().stream()
                .map(id -> terminal.id(id) + partial(id))
                .toList();
    }

    /** Returns the state of a revision that was applied or reverted in part; null for any other. */
    @Nullable
    String partialState(RevisionInfo revision) {
        return state.partial().get(revision.id());
    }

    private String head(RevisionInfo revision) {
        if (ends.contains(revision.id())) {
            return " " + terminal.mark("(head)");
        }
        return isHead(revision) ? " " + terminal.mark("(effective head)") : "";
    }

    private String forks(RevisionInfo revision) {
        return (children(revision).size() > 1 ? " (branchpoint)" : "")
                + (revision.down().size() > 1 ? " (mergepoint)" : "");
    }

    /** Returns the labels of the branches that a revision is in. */
    List<String> labels(RevisionInfo revision) {
        return labels.getOrDefault(revision.id(), List.of());
    }

    /** Returns the ids of those that have it as a parent. */
    List<String> children(RevisionInfo revision) {
        return children.getOrDefault(revision.id(), List.of());
    }

    boolean isHead(RevisionInfo revision) {
        return heads.contains(revision.id());
    }

    boolean isCurrent(RevisionInfo revision) {
        return state.current().contains(revision.id());
    }

    boolean isChanged(RevisionInfo revision) {
        return state.changed().contains(revision.id());
    }

    private static String down(RevisionInfo revision) {
        return revision.down().isEmpty() ? BASE : String.join(", ", revision.down());
    }

    /** Returns all that is known of a revision, in a paragraph. */
    String whole(RevisionInfo revision) {
        StringBuilder whole =
                new StringBuilder("Rev: " + terminal.id(revision.id()) + where(revision) + forks(revision) + "\n");
        whole.append(revision.down().size() > 1 ? "Merges: " : "Parent: ").append(down(revision));
        line(whole, "Also depends on", revision.dependsOn());
        line(whole, "Branches into", children(revision).size() > 1 ? children(revision) : List.of());
        line(whole, "Branch names", labels(revision));
        if (!revision.type().equals(revision.id())) {
            line(whole, "Class", List.of(revision.type()));
        }
        Instant applied = state.applied().get(revision.id());
        line(whole, "Applied", applied == null ? List.of() : List.of(applied.toString()));
        line(
                whole,
                "Checksum",
                revision.checksum().stream()
                        .map(checksum -> isChanged(revision) ? checksum + " (changed since applied)" : checksum)
                        .toList());
        return whole.append("\n\n    ").append(revision.message()).append('\n').toString();
    }

    private static void line(StringBuilder whole, String name, List<String> values) {
        if (!values.isEmpty()) {
            whole.append('\n').append(name).append(": ").append(String.join(", ", values));
        }
    }

    /** Returns a revision for {@code --json}. */
    RevisionJson json(RevisionInfo revision) {
        return RevisionJson.of(revision, this, state.applied().get(revision.id()));
    }

    /** Returns the ids of those that are applied. */
    Set<String> applied() {
        return state.applied().keySet();
    }

    /** Returns the ids of those that are current. */
    Set<String> current() {
        return state.current();
    }

    RevisionGraph graph() {
        return graph;
    }
}
