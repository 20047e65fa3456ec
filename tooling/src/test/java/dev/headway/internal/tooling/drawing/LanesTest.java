package dev.headway.internal.tooling.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.internal.tooling.drawing.Lanes.Row;
import dev.headway.internal.tooling.drawing.Lanes.Way;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void eachRowTakesUpTheLanesOfTheRowAbove(long seed) {
        List<RevisionInfo> revisions = history(new Random(seed), 300);
        BitSet lanes = new BitSet();

        for (Row row : Lanes.of(RevisionGraph.of(revisions)).rows()) {
            assertThat(row.above()).isEqualTo(lanes);
            lanes = (BitSet) row.straight().clone();
            for (Way way : row.left()) {
                assertThat(way.to()).isLessThan(way.from());
                lanes.set(way.to());
            }
            for (Way way : row.right()) {
                assertThat(way.from()).isEqualTo(row.column()).isLessThan(way.to());
                assertThat(row.straight().get(row.column())).isTrue();
                lanes.set(way.to());
            }
        }
        assertThat(lanes.isEmpty()).isTrue();
    }

    /** Forks anywhere, merges two or three heads, and begins anew now and then. */
    private static List<RevisionInfo> history(Random random, int size) {
        List<RevisionInfo> revisions = new ArrayList<>();
        Set<String> heads = new LinkedHashSet<>();
        for (int i = 0; i < size; i++) {
            List<String> down = new ArrayList<>();
            int choice = random.nextInt(20);
            if (choice < 6) {
                down.addAll(heads);
                Collections.shuffle(down, random);
                down = down.subList(0, Math.min(down.size(), 2 + choice % 2));
            } else if (choice < 19 && i > 0) {
                down.add("r" + (i - 1 - random.nextInt(Math.min(i, 10))));
            }
            heads.removeAll(down);
            heads.add("r" + i);
            revisions.add(RevisionInfo.of("r" + i, "").after(down.toArray(String[]::new)));
        }
        return revisions;
    }
}
