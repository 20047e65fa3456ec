package dev.headway.graph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Computes the applied revisions after a stamp. */
final class Stamper {
    private final Lineage lineage;
    private final Identifiers identifiers;

    Stamper(Lineage lineage, Identifiers identifiers) {
        this.lineage = lineage;
        this.identifiers = identifiers;
    }

    /**
     * Replaces the current revisions in the line of the target with the target, and returns the places of that line. The
     * requirements of the partly applied squashes outside that line stay. {@code current} changes nothing.
     */
    BitSet stamp(BitSet applied, Identifier target, BitSet partlyApplied) {
        List<Integer> places = identifiers.resolve(target, applied);
        if (target.isCurrent()) {
            return new BitSet();
        }
        BitSet removed = places.isEmpty() ? identifiers.scope(target) : lineage.descendants(places);
        List<Integer> staying = new ArrayList<>(identifiers.current(applied));
        staying.removeIf(removed::get);
        BitSet partly = (BitSet) partlyApplied.clone();
        partly.andNot(removed);
        partly.stream().forEach(staying::add);
        applied.and(lineage.ancestors(staying));
        applied.or(lineage.ancestors(places));
        return removed;
    }
}
