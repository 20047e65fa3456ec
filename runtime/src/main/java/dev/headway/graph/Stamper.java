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
     * requirements of the partly applied squashes outside that line stay.
     */
    BitSet stamp(BitSet applied, Identifier target, BitSet partlyApplied) {
        List<Integer> places = identifiers.resolve(target, applied);
        BitSet removed = places.isEmpty() ? identifiers.scope(target) : lineage.descendants(places);
        List<Integer> staying = new ArrayList<>(identifiers.current(applied));
        staying.removeIf(removed::get);
        BitSet partly = (BitSet) partlyApplied.clone();
        partly.andNot(removed);
        BitSet required = lineage.ancestors(partly.stream().boxed().toList());
        required.and(applied);
        applied.clear();
        applied.or(required);
        staying.addAll(places);
        applied.or(lineage.ancestors(staying));
        return removed;
    }
}
