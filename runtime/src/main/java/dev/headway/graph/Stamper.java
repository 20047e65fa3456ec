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

    /** Replaces the current revisions in the line of the target with the target. */
    void stamp(BitSet applied, Identifier target) {
        List<Integer> places = identifiers.resolve(target, applied);
        List<Integer> current = identifiers.current(applied);
        BitSet gone = places.isEmpty() ? identifiers.scope(target) : lineage.descendants(places);
        List<Integer> after = new ArrayList<>(places);
        current.stream().filter(place -> !gone.get(place)).forEach(after::add);
        applied.clear();
        applied.or(lineage.ancestors(after));
    }
}
