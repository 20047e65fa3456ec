package dev.headway.internal.tooling.diff;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What is which of another reading.
 *
 * @param kept what is in both
 * @param dropped what is not in the other
 * @param added what is in the other alone
 */
record MatchedParts<T>(List<Pair<T>> kept, List<T> dropped, List<T> added) {

    /**
     * One thing in both readings.
     *
     * @param from as it is
     * @param to as it is to be
     */
    record Pair<T>(T from, T to) {}

    /** MatchedParts what is equal, beginning with what has the same name. */
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

    /** Has what is kept, and as it is now meets a condition, dropped and added again; returns whether there is such. */
    boolean makeAnew(Predicate<Pair<T>> which) {
        List<Pair<T>> anew = kept.stream().filter(which).toList();
        anew.forEach(pair -> {
            dropped.add(pair.from());
            added.add(pair.to());
        });
        return kept.removeAll(anew);
    }
}
