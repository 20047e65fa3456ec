package dev.headway.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Measures several in turn, A B C A B C, so that whatever else the machine does meets all of them; and takes the median of
 * each.
 */
final class Race<T> {
    private final int rounds;

    /** The median of each. */
    record Medians<T>(Map<T, Double> all) {
        double of(T contender) {
            return Objects.requireNonNull(all.get(contender));
        }
    }

    Race(int rounds) {
        this.rounds = rounds;
    }

    /** Returns the median of what {@code measure} says of each. */
    Medians<T> run(Iterable<T> contenders, ToDoubleFunction<T> measure) {
        Map<T, double[]> all = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (T contender : contenders) {
                all.computeIfAbsent(contender, first -> new double[rounds])[round] = measure.applyAsDouble(contender);
            }
        }
        Map<T, Double> medians = new LinkedHashMap<>();
        all.forEach((contender, results) -> medians.put(contender, median(results)));
        return new Medians<>(medians);
    }

    private static double median(double[] results) {
        Arrays.sort(results);
        int middle = results.length / 2;
        return results.length % 2 == 1 ? results[middle] : (results[middle - 1] + results[middle]) / 2;
    }

    /** Returns how many seconds it takes. */
    static double seconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }
}
