package dev.headway.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Measures several in turn, A B C, C B A, A B C, so that whatever else the machine does meets all of them, and none is always
 * first. A round before those that count warms up what they share: a server, and the files in memory.
 */
final class AlternatingMeasurement<T> {
    private final int rounds;

    AlternatingMeasurement(int rounds) {
        this.rounds = rounds;
    }

    /** What one round says of each. */
    record Round<T>(Map<T, Double> all) {
        double of(T contender) {
            return Objects.requireNonNull(all.get(contender));
        }
    }

    /** What all rounds say. */
    record Results<T>(List<Round<T>> rounds) {
        /** Returns the median of what is measured of a contender. */
        double of(T contender) {
            return median(round -> round.of(contender));
        }

        /** Returns the median of what is found by comparing within each round. */
        double median(ToDoubleFunction<Round<T>> finding) {
            double[] sorted = rounds.stream().mapToDouble(finding).sorted().toArray();
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        /** Returns the median of the ratios of two contenders. */
        double ratio(T contender, T to) {
            return median(round -> round.of(contender) / round.of(to));
        }
    }

    /** Returns what {@code measure} says of each in each round. */
    Results<T> run(List<T> contenders, ToDoubleFunction<T> measure) {
        List<T> order = new ArrayList<>(contenders);
        List<Round<T>> all = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            Map<T, Double> round = new LinkedHashMap<>();
            order.forEach(contender -> round.put(contender, measure.applyAsDouble(contender)));
            all.add(new Round<>(round));
            Collections.reverse(order);
        }
        return new Results<>(all.subList(1, all.size()));
    }

    /** Returns how many seconds it takes. */
    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
