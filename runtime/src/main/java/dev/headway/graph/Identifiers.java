package dev.headway.graph;

import dev.headway.AmbiguousRevisionException;
import dev.headway.MultipleHeadsException;
import dev.headway.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Finds the revisions that an identifier names. */
final class Identifiers {
    private final Lineage lineage;

    Identifiers(Lineage lineage) {
        this.lineage = lineage;
    }

    List<RevisionInfo> revisions(List<Integer> places) {
        return places.stream().map(lineage::at).toList();
    }

    List<Integer> heads() {
        return places(place -> lineage.children(place).length == 0);
    }

    List<Integer> bases() {
        return places(place -> lineage.parents(place).length == 0);
    }

    /** Returns the applied places that no other one requires, be it through others. */
    List<Integer> current(BitSet applied) {
        List<Integer> required = new ArrayList<>();
        for (int place = applied.nextSetBit(0); place >= 0; place = applied.nextSetBit(place + 1)) {
            required.addAll(boxed(lineage.requirements(place)));
        }
        BitSet followed = lineage.ancestors(required);
        return places(place -> applied.get(place) && !followed.get(place));
    }

    private List<Integer> places(IntPredicate wanted) {
        return IntStream.range(0, lineage.size()).filter(wanted).boxed().toList();
    }

    /** Returns the places of what a database has applied, and refuses what this history does not know. */
    BitSet applied(Set<String> ids) {
        BitSet applied = new BitSet(lineage.size());
        for (String id : ids) {
            Integer place = lineage.placeOf(id);
            if (place == null) {
                throw new RevisionNotFoundException(id, "It is said to be applied, but is not in this history.");
            }
            applied.set(place);
        }
        return applied;
    }

    List<Integer> resolve(String identifier) {
        Relative relative = Relative.parse(identifier);
        if (relative == null) {
            return symbol(identifier);
        }
        if (relative.anchor().isEmpty()) {
            throw new RevisionNotFoundException(
                    identifier,
                    "Steps are counted from a revision: write, for example, 'ae1027a6acf0" + identifier + "'.");
        }
        List<Integer> from = symbol(relative.anchor());
        if (from.size() != 1) {
            throw new RevisionNotFoundException(
                    identifier,
                    "Steps are counted from one revision, but '" + relative.anchor() + "' names " + from.size() + ".");
        }
        return walk(relative, identifier, from);
    }

    /** Returns where {@code steps} lead from {@code from}, which is nothing or one place; nothing stands for base. */
    List<Integer> walk(Relative relative, String identifier, List<Integer> from) {
        List<Integer> reached = from;
        for (int walked = 0; walked < Math.abs(relative.steps()); walked++) {
            if (relative.steps() < 0 && reached.isEmpty()) {
                throw tooFew(relative, identifier, walked);
            }
            reached = relative.steps() > 0 ? next(reached) : boxed(lineage.parents(reached.get(0)));
            if (relative.steps() > 0 && reached.isEmpty()) {
                throw tooFew(relative, identifier, walked);
            }
            if (reached.size() > 1) {
                throw new AmbiguousRevisionException(identifier, ids(reached), "Name one of them by its id.");
            }
        }
        return reached;
    }

    private List<Integer> next(List<Integer> from) {
        return from.isEmpty() ? bases() : boxed(lineage.children(from.get(0)));
    }

    private static RevisionNotFoundException tooFew(Relative relative, String identifier, int walked) {
        return RevisionNotFoundException.tooFewSteps(
                identifier, relative.steps(), "From here there are " + walked + " that way.");
    }

    private List<Integer> symbol(String symbol) {
        return switch (symbol) {
            case "base" -> List.of();
            case "heads" -> heads();
            case "head" -> head();
            default -> List.of(named(symbol));
        };
    }

    private List<Integer> head() {
        List<Integer> heads = heads();
        if (heads.size() > 1) {
            throw new MultipleHeadsException(ids(heads));
        }
        return heads;
    }

    private int named(String id) {
        Integer exact = lineage.placeOf(id);
        if (exact != null) {
            return exact;
        }
        List<Integer> candidates = id.isEmpty()
                ? List.of()
                : places(place -> lineage.at(place).id().startsWith(id));
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        if (candidates.size() > 1) {
            throw new AmbiguousRevisionException(id, ids(candidates), "Write more of its id.");
        }
        throw new RevisionNotFoundException(
                id,
                lineage.size() == 0
                        ? "The history is empty: no class on the class path is annotated with @Revision, or the"
                                + " annotation processor did not run."
                        : "The history has " + lineage.size() + " revisions, up to " + String.join(", ", ids(heads()))
                                + ".");
    }

    private List<String> ids(List<Integer> places) {
        return places.stream().map(place -> lineage.at(place).id()).toList();
    }

    private static List<Integer> boxed(int[] places) {
        List<Integer> boxed = new ArrayList<>(places.length);
        for (int place : places) {
            boxed.add(place);
        }
        return boxed;
    }

    /**
     * An identifier with steps behind it, such as {@code ae10+2} or {@code -1}.
     *
     * @param anchor where the steps begin; empty where nothing stands before them
     * @param steps how many, upwards if positive
     */
    record Relative(String anchor, int steps) {

        /** Returns the parts of {@code identifier}, or null if no steps stand behind it. */
        static @Nullable Relative parse(String identifier) {
            int sign = Math.max(identifier.lastIndexOf('+'), identifier.lastIndexOf('-'));
            if (sign < 0) {
                return null;
            }
            try {
                return new Relative(identifier.substring(0, sign), Integer.parseInt(identifier.substring(sign)));
            } catch (NumberFormatException notNumeric) {
                return null;
            }
        }
    }
}
