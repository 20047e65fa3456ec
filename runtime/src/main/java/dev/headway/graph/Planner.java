package dev.headway.graph;

import dev.headway.AmbiguousRevisionException;
import dev.headway.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Plans ways up and down. */
final class Planner {
    private final Lineage lineage;
    private final int[] order;
    private final Identifiers identifiers;

    Planner(Lineage lineage, int[] order, Identifiers identifiers) {
        this.lineage = lineage;
        this.order = order;
        this.identifiers = identifiers;
    }

    Plan upgrade(Set<String> appliedIds, String target) {
        Identifiers.Relative relative = Identifiers.Relative.parse(target);
        if (relative != null && relative.anchor().isEmpty() && relative.steps() < 0) {
            throw RevisionNotFoundException.tooFewSteps(
                    target, relative.steps(), "An upgrade goes up; a downgrade goes back.");
        }
        BitSet applied = identifiers.applied(appliedIds);
        BitSet wanted = lineage.ancestors(target(applied, target));
        wanted.andNot(applied);
        return new Plan(steps(wanted, Direction.UPGRADE));
    }

    Plan downgrade(Set<String> appliedIds, String target) {
        BitSet applied = identifiers.applied(appliedIds);
        List<Integer> kept = target(applied, target);
        List<Integer> next = kept.isEmpty() ? identifiers.bases() : childrenOf(kept, applied, target);
        if (countsFromCurrent(target)) {
            BitSet line = lineage.lineOf(identifiers.current(applied));
            next = next.stream().filter(line::get).toList();
        }
        BitSet unwanted = lineage.descendants(next);
        unwanted.and(applied);
        List<Step> steps = steps(unwanted, Direction.DOWNGRADE);
        Collections.reverse(steps);
        return new Plan(steps);
    }

    private List<Integer> childrenOf(List<Integer> kept, BitSet applied, String target) {
        List<Integer> children = new ArrayList<>();
        for (int place : kept) {
            if (!applied.get(place)) {
                throw RevisionNotFoundException.notApplied(
                        target, lineage.at(place).describe());
            }
            for (int child : lineage.children(place)) {
                children.add(child);
            }
        }
        return children;
    }

    private static boolean countsFromCurrent(String target) {
        Identifiers.Relative relative = Identifiers.Relative.parse(target);
        return relative != null && relative.anchor().isEmpty();
    }

    /** Resolves {@code target}, counting steps without an anchor from what is current. */
    private List<Integer> target(BitSet applied, String target) {
        Identifiers.Relative relative = Identifiers.Relative.parse(target);
        if (relative == null || !relative.anchor().isEmpty()) {
            return identifiers.resolve(target);
        }
        List<Integer> current = identifiers.current(applied);
        if (current.size() > 1) {
            throw new AmbiguousRevisionException(
                    target,
                    current.stream().map(place -> lineage.at(place).id()).toList(),
                    "Several revisions are current; count from one of them: <id>" + target + ".");
        }
        return identifiers.walk(relative, target, current);
    }

    private List<Step> steps(BitSet wanted, Direction direction) {
        List<Step> steps = new ArrayList<>(wanted.cardinality());
        for (int place : order) {
            if (wanted.get(place)) {
                steps.add(new Step(lineage.at(place), direction));
            }
        }
        return steps;
    }
}
