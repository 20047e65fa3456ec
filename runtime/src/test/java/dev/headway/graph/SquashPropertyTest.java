package dev.headway.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories with squashes in sequence and nested, in every state that an upgrade of the originals can leave. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class SquashPropertyTest {
    private static final int HISTORIES = 400;

    private final Map<String, RevisionInfo> declared = new LinkedHashMap<>();
    private final Map<String, Set<String>> originals = new LinkedHashMap<>();
    private int refusals;
    private int completions;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void appliesEachOriginalOnceAndInOrderOrRefuses(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            generate(random);
            Map<String, RevisionInfo> before = originalsOnly();
            Map<String, RevisionInfo> kept = new LinkedHashMap<>(declared);
            if (i % 3 == 1) {
                declared.values()
                        .forEach(revision -> revision.replaces().stream()
                                .filter(originals::containsKey)
                                .forEach(kept::remove));
            }
            if (!HistoryCheck.faults(kept.values()).isEmpty()) {
                continue;
            }
            RevisionGraph graph = RevisionGraph.of(kept.values());
            for (Set<String> state : states(before)) {
                requireOnce(graph, state);
                requireUnrelatedPartsOfSquashesToStay(graph, state, random);
            }
        }
        assertThat(refusals).isPositive();
        assertThat(completions).isPositive();
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
        List<String> effects = new ArrayList<>(applied);
        Set<String> rows = new LinkedHashSet<>(applied);
        for (Step step : plan.steps()) {
            for (String effect : effects(step.revision())) {
                assertThat(effects)
                        .as("%s from %s: %s", declared.values(), applied, plan)
                        .doesNotContain(effect);
                assertThat(effects)
                        .as("requirements of %s", effect)
                        .containsAll(originals.getOrDefault(effect, Set.of()));
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
        String target = live.get(random.nextInt(live.size())).id();
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

    private List<String> effects(RevisionInfo revision) {
        if (revision.replaces().isEmpty()) {
            return List.of(revision.id());
        }
        List<String> effects = new ArrayList<>();
        for (String id : revision.replaces()) {
            effects.addAll(declared.containsKey(id) ? effects(declared.get(id)) : List.of(id));
        }
        return effects;
    }

    private Map<String, RevisionInfo> originalsOnly() {
        Map<String, RevisionInfo> only = new LinkedHashMap<>();
        originals.forEach((id, down) -> only.put(id, revision(id, down, List.of())));
        return only;
    }

    /** Makes a line with forks, then squashes consecutive pieces of its first part, and sometimes two squashes again. */
    private void generate(Random random) {
        declared.clear();
        originals.clear();
        int size = 4 + random.nextInt(4);
        for (int i = 0; i < size; i++) {
            Set<String> down = new LinkedHashSet<>();
            if (i > 0) {
                down.add("r" + (random.nextInt(4) > 0 ? i - 1 : random.nextInt(i)));
            }
            originals.put("r" + i, down);
        }
        originalsOnly().forEach(declared::put);
        int first = 1 + random.nextInt(size / 2);
        squash("p1", range(0, first));
        if (random.nextBoolean()) {
            int second = first + 1 + random.nextInt(size - first);
            squash("p2", range(first, second));
            if (random.nextBoolean()) {
                squash("p3", List.of("p1", "p2"));
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
        Set<String> replaced = new HashSet<>(replaces);
        declared.values().forEach(revision -> replaced.addAll(revision.replaces()));
        declared.replaceAll((other, revision) -> {
            if (replaced.contains(other)) {
                return revision;
            }
            Set<String> renamed = new LinkedHashSet<>();
            revision.down().forEach(parent -> renamed.add(replaces.contains(parent) ? id : parent));
            return revision(other, renamed, revision.replaces());
        });
        declared.put(id, revision(id, down, replaces));
    }

    private static RevisionInfo revision(String id, Collection<String> down, List<String> replaces) {
        return RevisionInfo.of(id, "demo.R_" + id)
                .after(down.toArray(String[]::new))
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
                    .allMatch(id -> state.containsAll(revisions.get(id).down()))) {
                states.add(state);
            }
        }
        return states;
    }
}
