package dev.headway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random histories with merges, dependencies, and squashes in sequence and nested, of which some classes may be deleted, in every
 * state that an upgrade of the originals can leave, with rows of the originals or of their squashes.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SquashPropertyTest {
    private static final int HISTORIES = 400;

    private final Map<String, RevisionInfo> declared = new LinkedHashMap<>();
    private final Map<String, Set<String>> originals = new LinkedHashMap<>();
    private final Map<String, Set<String>> dependencies = new LinkedHashMap<>();
    private int refusals;
    private int completions;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void appliesEachOriginalOnceAndInOrderOrRefuses(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            generate(random);
            Map<String, RevisionInfo> before = originalsOnly();
            if (!HistoryCheck.faults(declared.values()).isEmpty()) {
                continue;
            }
            RevisionGraph graph = RevisionGraph.of(kept(random, i % 3));
            for (Set<String> state : states(before)) {
                Set<String> rows = recorded(state, random);
                requireOnce(graph, rows);
                requireOnlyTheTarget(graph, rows, random);
                requireUnrelatedPartsOfSquashesToStay(graph, rows, random);
                requireOnlyStatedRows(graph, rows, random);
            }
        }
        assertThat(refusals).isPositive();
        assertThat(completions).isPositive();
    }

    /** Returns all revisions, or the histories after somebody has deleted all replaced originals, or some. */
    private Collection<RevisionInfo> kept(Random random, int deletion) {
        Set<String> deleted = new HashSet<>();
        for (RevisionInfo squash : declared.values()) {
            for (String id : squash.replaces()) {
                if (originals.containsKey(id) && (deletion == 1 || (deletion == 2 && random.nextInt(3) == 0))) {
                    deleted.add(id);
                }
            }
        }
        return declared.values().stream()
                .filter(revision -> !deleted.contains(revision.id()))
                .map(revision -> revision.after(without(deleted, revision.down()))
                        .dependingOn(without(deleted, revision.dependsOn())))
                .toList();
    }

    private static String[] without(Set<String> deleted, List<String> ids) {
        return ids.stream().filter(id -> !deleted.contains(id)).toArray(String[]::new);
    }

    /** Returns the rows of a state, with some complete squashes in place of their revisions. */
    private Set<String> recorded(Set<String> state, Random random) {
        Set<String> rows = new LinkedHashSet<>(state);
        for (RevisionInfo squash : declared.values()) {
            if (!squash.replaces().isEmpty() && rows.containsAll(squash.replaces()) && random.nextBoolean()) {
                rows.removeAll(squash.replaces());
                rows.add(squash.id());
            }
        }
        return rows;
    }

    private void requireOnlyTheTarget(RevisionGraph graph, Set<String> applied, Random random) {
        String target = randomRevision(graph, random);
        Set<String> required = new HashSet<>();
        graph.upgrade(Set.of(), target).steps().forEach(step -> required.addAll(effects(step.revision())));
        try {
            if (graph.unknown(applied).isEmpty()) {
                List<String> effects = new ArrayList<>();
                applied.forEach(id -> effects.addAll(effects(id)));
                for (Step step : graph.upgrade(applied, target).steps()) {
                    assertThat(required).containsAll(effects(step.revision()));
                    assertThat(effects).doesNotContainAnyElementsOf(effects(step.revision()));
                    effects.addAll(effects(step.revision()));
                }
                assertThat(effects).containsAll(required);
            }
        } catch (RevisionNotFoundException refused) {
            refusals++;
        }
    }

    private void requireOnlyStatedRows(RevisionGraph graph, Set<String> applied, Random random) {
        if (graph.unknown(applied).isEmpty()) {
            String target = randomRevision(graph, random);
            Set<String> allowed = new HashSet<>(graph.effective(applied));
            allowed.addAll(graph.stated(applied, target));

            assertThat(allowed).containsAll(graph.stamp(applied, target));
            assertThat(graph.stamp(applied, "current")).isEqualTo(graph.effective(applied));
        }
    }

    private static String randomRevision(RevisionGraph graph, Random random) {
        List<RevisionInfo> live = graph.revisions();
        return live.get(random.nextInt(live.size())).id();
    }

    private void requireOnce(RevisionGraph graph, Set<String> applied) {
        Plan plan;
        try {
            if (!graph.unknown(applied).isEmpty()) {
                refusals++;
                return;
            }
            plan = graph.upgrade(applied, "heads");
        } catch (RevisionNotFoundException refused) {
            refusals++;
            return;
        }
        List<String> effects = new ArrayList<>();
        applied.forEach(id -> effects.addAll(effects(id)));
        Set<String> rows = new LinkedHashSet<>(applied);
        for (Step step : plan.steps()) {
            for (String effect : effects(step.revision())) {
                assertThat(effects)
                        .as("%s from %s: %s", declared.values(), applied, plan)
                        .doesNotContain(effect);
                assertThat(effects)
                        .as("requirements of %s", effect)
                        .containsAll(originals.getOrDefault(effect, Set.of()))
                        .containsAll(dependencies.getOrDefault(effect, Set.of()));
                effects.add(effect);
            }
            rows.add(step.revision().id());
        }
        completions++;
        assertThat(new HashSet<>(effects)).as("all effects").isEqualTo(originals.keySet());
        assertThat(graph.upgrade(rows, "heads").isEmpty()).isTrue();
    }

    private static void requireUnrelatedPartsOfSquashesToStay(RevisionGraph graph, Set<String> applied, Random random) {
        if (!graph.unknown(applied).isEmpty()) {
            return;
        }
        List<RevisionInfo> live = graph.revisions();
        String target = randomRevision(graph, random);
        Set<String> related = new HashSet<>();
        live.stream()
                .filter(revision -> isRelated(graph, revision.id(), target))
                .forEach(revision -> {
                    related.add(revision.id());
                    related.addAll(revision.replaces());
                });
        graph.replaced().stream()
                .filter(revision -> related.contains(revision.id()))
                .forEach(revision -> related.addAll(revision.replaces()));
        Set<String> unrelated = new HashSet<>(graph.effective(applied));
        unrelated.removeAll(related);
        live.forEach(revision -> unrelated.remove(revision.id()));

        assertThat(graph.stamp(applied, target)).contains(target).containsAll(unrelated);
    }

    private static boolean isRelated(RevisionGraph graph, String id, String target) {
        return graph.upgrade(Set.of(), target).steps().stream()
                        .anyMatch(step -> step.revision().id().equals(id))
                || graph.upgrade(Set.of(), id).steps().stream()
                        .anyMatch(step -> step.revision().id().equals(target));
    }

    private List<String> effects(String id) {
        return declared.containsKey(id) ? effects(declared.get(id)) : List.of(id);
    }

    private List<String> effects(RevisionInfo revision) {
        if (revision.replaces().isEmpty()) {
            return List.of(revision.id());
        }
        List<String> effects = new ArrayList<>();
        for (String id : revision.replaces()) {
            effects.addAll(effects(id));
        }
        return effects;
    }

    private Map<String, RevisionInfo> originalsOnly() {
        Map<String, RevisionInfo> only = new LinkedHashMap<>();
        originals.forEach((id, down) ->
                only.put(id, revision(id, down, dependencies.getOrDefault(id, Set.of()), List.of())));
        return only;
    }

    /** Makes a line with forks, merges and dependencies, then squashes consecutive pieces of its first part, and sometimes two squashes again. */
    private void generate(Random random) {
        declared.clear();
        originals.clear();
        dependencies.clear();
        int size = 4 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            Set<String> down = new LinkedHashSet<>();
            if (i > 0) {
                down.add("r" + (random.nextBoolean() ? i - 1 : random.nextInt(i)));
            }
            if (i > 1 && random.nextInt(2) == 0) {
                down.add("r" + random.nextInt(i));
            }
            originals.put("r" + i, withoutAncestors(down, originals::get));
            if (i > 0 && random.nextInt(4) == 0) {
                dependencies.put("r" + i, Set.of("r" + random.nextInt(i)));
            }
        }
        originalsOnly().forEach(declared::put);
        int first = 1 + random.nextInt(size / 2);
        List<String> members = range(0, first);
        members.removeIf(id -> random.nextInt(4) == 0);
        squash("p1", members.isEmpty() ? range(0, first) : List.copyOf(members));
        if (random.nextBoolean()) {
            int second = first + 1 + random.nextInt(size - first);
            squash("p2", range(first, second));
            if (random.nextBoolean()) {
                squash("p3", List.of("p1", "p2"));
            } else if (random.nextBoolean() && second < size) {
                squash("p3", List.of("p2", "r" + second));
            }
        }
    }

    private static List<String> range(int from, int to) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < to; i++) {
            ids.add("r" + i);
        }
        return ids;
    }

    /** Adds a squash with the parents of its revisions, and renames them to it in the revisions that stay. */
    private void squash(String id, List<String> replaces) {
        Set<String> down = new LinkedHashSet<>();
        replaces.forEach(replaced -> down.addAll(declared.get(replaced).down()));
        down.removeAll(replaces);
        Set<String> dependsOn = new LinkedHashSet<>();
        replaces.forEach(replaced -> dependsOn.addAll(declared.get(replaced).dependsOn()));
        dependsOn.removeAll(replaces);
        dependsOn.removeAll(down);
        Set<String> replaced = new HashSet<>(replaces);
        declared.values().forEach(revision -> replaced.addAll(revision.replaces()));
        declared.replaceAll((other, revision) -> {
            if (replaced.contains(other)) {
                return revision;
            }
            Set<String> parents = renamed(revision.down(), id, replaces);
            return revision(other, parents, renamed(revision.dependsOn(), id, replaces), revision.replaces());
        });
        declared.put(id, revision(id, down, dependsOn, replaces));
        declared.replaceAll((other, revision) -> replaced.contains(other)
                ? revision
                : revision.after(
                        withoutAncestors(revision.down(), this::parents).toArray(String[]::new)));
    }

    private Collection<String> parents(String id) {
        return declared.get(id).down();
    }

    /** Returns the parents that are no ancestor of another parent, or all of them if they form a cycle. */
    private static Set<String> withoutAncestors(Collection<String> down, Function<String, Collection<String>> parents) {
        Set<String> reached = new HashSet<>();
        Deque<String> pending = new ArrayDeque<>();
        down.forEach(id -> pending.addAll(parents.apply(id)));
        while (!pending.isEmpty()) {
            String id = pending.remove();
            if (reached.add(id)) {
                pending.addAll(parents.apply(id));
            }
        }
        Set<String> kept = new LinkedHashSet<>(down);
        kept.removeAll(reached);
        return kept.isEmpty() ? new LinkedHashSet<>(down) : kept;
    }

    private static Set<String> renamed(List<String> references, String squash, List<String> replaces) {
        Set<String> renamed = new LinkedHashSet<>();
        references.forEach(reference -> renamed.add(replaces.contains(reference) ? squash : reference));
        return renamed;
    }

    private static RevisionInfo revision(
            String id, Collection<String> down, Collection<String> dependsOn, List<String> replaces) {
        return RevisionInfo.of(id, "demo.R_" + id)
                .after(down.toArray(String[]::new))
                .dependingOn(dependsOn.toArray(String[]::new))
                .replacing(replaces.toArray(String[]::new));
    }

    /** Returns every set of originals that contains the requirements of its members. */
    private static List<Set<String>> states(Map<String, RevisionInfo> revisions) {
        List<String> ids = List.copyOf(revisions.keySet());
        List<Set<String>> states = new ArrayList<>();
        for (int bits = 0; bits < 1 << ids.size(); bits++) {
            Set<String> state = new LinkedHashSet<>();
            for (int i = 0; i < ids.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    state.add(ids.get(i));
                }
            }
            if (state.stream()
                    .allMatch(id -> state.containsAll(revisions.get(id).down())
                            && state.containsAll(revisions.get(id).dependsOn()))) {
                states.add(state);
            }
        }
        return states;
    }
}
