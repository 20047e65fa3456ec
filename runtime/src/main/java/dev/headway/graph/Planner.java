package dev.headway.graph;

import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/** Plans upgrades and downgrades. */
final class Planner {
    private final Lineage lineage;
    private final int[] order;
    private final Identifiers identifiers;

    Planner(Lineage lineage, int[] order, Identifiers identifiers) {
        this.lineage = lineage;
        this.order = order;
        this.identifiers = identifiers;
    }

    /** Returns the places that an upgrade to {@code target} requires, applied or not. */
    BitSet wanted(BitSet applied, String target) {
        Identifier identifier = Identifier.parse(target);
        if (identifier.isRelative() && identifier.stepsOrZero() < 0) {
            throw RevisionNotFoundException.tooFewSteps(
                    target, identifier.stepsOrZero(), "An upgrade applies revisions; to revert them, use a downgrade.");
        }
        return lineage.ancestors(identifiers.resolve(identifier, applied));
    }

    Plan downgrade(BitSet applied, String target) {
        Identifier identifier = Identifier.parse(target);
        if (identifier.isRelative() && identifier.stepsOrZero() > 0) {
            throw RevisionNotFoundException.tooFewSteps(
                    target, identifier.stepsOrZero(), "A downgrade reverts revisions; to apply them, use an upgrade.");
        }
        List<Integer> kept =
                identifiers.resolve(identifier.isRelative() ? identifier : identifier.withoutScope(), applied);
        requireApplied(kept, applied, target);
        BitSet unwanted = lineage.descendants(inLine(identifier, applied, following(kept)));
        unwanted.and(applied);
        List<Step> steps = revertingSteps(unwanted);
        Collections.reverse(steps);
        return new Plan(steps);
    }

    private void requireApplied(List<Integer> kept, BitSet applied, String target) {
        for (int place : kept) {
            if (!applied.get(place)) {
                throw RevisionNotFoundException.notApplied(
                        target, lineage.at(place).describe());
            }
        }
    }

    private List<Integer> following(List<Integer> kept) {
        if (kept.isEmpty()) {
            return identifiers.bases();
        }
        List<Integer> children = new ArrayList<>();
        for (int place : kept) {
            for (int child : lineage.children(place)) {
                children.add(child);
            }
        }
        return children;
    }

    /** If several branches follow the target, selects the branch of the identifier. */
    private List<Integer> inLine(Identifier identifier, BitSet applied, List<Integer> roots) {
        if (roots.size() < 2 || (identifier.scope() == null && !identifier.isRelative())) {
            return roots;
        }
        BitSet line = lineage.ancestorsThroughDown(
                identifier.scope() == null
                        ? identifiers.current(applied)
                        : List.of(identifiers.branch(identifier.scope())));
        List<Integer> ofLine = roots.stream().filter(line::get).toList();
        if (ofLine.isEmpty()) {
            throw RevisionNotFoundException.notOnPath(identifier.text(), identifiers.ids(roots));
        }
        return ofLine;
    }

    private List<Step> revertingSteps(BitSet unwanted) {
        List<Step> steps = new ArrayList<>(unwanted.cardinality());
        for (int place : order) {
            if (unwanted.get(place)) {
                steps.add(new Step(lineage.at(place), Direction.DOWNGRADE));
            }
        }
        return steps;
    }
}
