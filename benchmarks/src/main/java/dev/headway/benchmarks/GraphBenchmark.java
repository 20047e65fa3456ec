package dev.headway.benchmarks;

import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntFunction;

/** Measures the graph at growing sizes: four times as many revisions should take about four times as long. */
public final class GraphBenchmark {
    private static final int[] SIZES = {1_250, 5_000, 20_000};
    private static final int ROUNDS = 15;

    private GraphBenchmark() {}

    /** Prints a table. */
    public static void main(String[] args) {
        System.out.printf(
                Locale.ROOT,
                "%-8s %9s %12s %12s %12s %12s%n",
                "shape",
                "revisions",
                "make",
                "upgrade",
                "downgrade",
                "name");
        measure("chain", GraphBenchmark::chain);
        measure("fan", GraphBenchmark::fan);
        measure("merges", GraphBenchmark::merges);
    }

    private static void measure(String shape, IntFunction<List<RevisionInfo>> revisions) {
        double[] smaller = null;
        for (int size : SIZES) {
            double[] times = times(revisions.apply(size));
            System.out.printf(Locale.ROOT, "%-8s %9d", shape, size);
            for (int i = 0; i < times.length; i++) {
                String ratio = smaller == null ? "" : String.format(Locale.ROOT, "x%.1f", times[i] / smaller[i]);
                System.out.printf(Locale.ROOT, " %6.2fms%-5s", times[i], ratio);
            }
            System.out.println();
            smaller = times;
        }
    }

    private static double[] times(List<RevisionInfo> revisions) {
        RevisionGraph graph = RevisionGraph.of(revisions);
        Set<String> all = new HashSet<>();
        revisions.forEach(revision -> all.add(revision.id()));
        return new double[] {
            median(() -> RevisionGraph.of(revisions)),
            median(() -> graph.upgrade(Set.of(), "heads")),
            median(() -> graph.downgrade(all, "base")),
            median(() -> graph.resolve("heads")),
        };
    }

    private static double median(Runnable work) {
        double[] took = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            took[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(took);
        return took[ROUNDS / 2];
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "r%06d", number);
    }

    private static RevisionInfo revision(int number, String... down) {
        return RevisionInfo.of(id(number), "revision " + number).after(down);
    }

    private static List<RevisionInfo> chain(int size) {
        List<RevisionInfo> revisions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            revisions.add(i == 0 ? revision(0) : revision(i, id(i - 1)));
        }
        return revisions;
    }

    /** One base with all others as its children. */
    private static List<RevisionInfo> fan(int size) {
        List<RevisionInfo> revisions = new ArrayList<>();
        revisions.add(revision(0));
        for (int i = 1; i < size; i++) {
            revisions.add(revision(i, id(0)));
        }
        return revisions;
    }

    /** A tenth of the revisions are merges: of 20,000, 2,000. */
    private static List<RevisionInfo> merges(int size) {
        List<RevisionInfo> revisions = new ArrayList<>();
        revisions.add(revision(0));
        while (revisions.size() < size) {
            int root = revisions.size() - 1;
            for (int side = 0; side < 2; side++) {
                for (int i = 0; i < 5; i++) {
                    int next = revisions.size();
                    revisions.add(revision(next, id(i == 0 ? root : next - 1)));
                }
            }
            revisions.set(root + 10, revision(root + 10, id(root + 5), id(root + 9)));
        }
        return revisions;
    }
}
