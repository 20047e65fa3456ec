package dev.headway.internal.tooling.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The parts of two readings that match each other.
 *
 * @param kept the parts in both readings
 * @param dropped the parts in the first reading alone
 * @param added the parts in the second reading alone
 */
record MatchedParts<T>(List<Pair<T>> kept, List<T> dropped, List<T> added) {

    /**
     * A part in both readings.
     *
     * @param from the part in the first reading
     * @param to the part in the second reading
     */
    record Pair<T>(T from, T to) {}

    /** Matches equal parts, first those that have the same name too. */
    static <T> MatchedParts<T> of(List<T> from, List<T> to, BiPredicate<T, T> sameName, BiPredicate<T, T> equal) {
        MatchedParts<T> pairs = new MatchedParts<>(new ArrayList<>(), new ArrayList<>(from), new ArrayList<>(to));
        for (BiPredicate<T, T> match : List.of(sameName.and(equal), equal)) {
            pairs.dropped.removeIf(one -> pairs.added.stream()
                    .filter(other -> match.test(one, other))
                    .findFirst()
                    .map(other -> pairs.added.remove(other) && pairs.kept.add(new Pair<>(one, other)))
                    .orElse(false));
        }
        return pairs;
    }

    /** Drops kept parts that meet a condition and adds them again; returns whether there are any. */
    boolean recreate(Predicate<Pair<T>> which) {
        List<Pair<T>> recreated = kept.stream().filter(which).toList();
        recreated.forEach(pair -> {
            dropped.add(pair.from());
            added.add(pair.to());
        });
        return kept.removeAll(recreated);
    }
}
