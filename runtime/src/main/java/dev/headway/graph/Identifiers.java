package dev.headway.graph;

import dev.headway.error.AmbiguousRevisionException;
import dev.headway.error.MultipleHeadsException;
import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Resolves identifiers to revisions. */
final class Identifiers {
    private static final String BY_ID = "Specify one of them by its id.";

    private final Lineage lineage;
    private final Squashes squashes;
    private final Map<String, Integer> labels = new HashMap<>();

    /** Resolves identifiers to revisions of {@code lineage}, which contains no replaced revisions. */
    Identifiers(Lineage lineage, Squashes squashes) {
        this.lineage = lineage;
        this.squashes = squashes;
        for (int place = 0; place < lineage.size(); place++) {
            for (String label : lineage.at(place).branches()) {
                labels.put(label, place);
            }
        }
    }

    List<RevisionInfo> revisions(List<Integer> places) {
        return places.stream().map(lineage::at).toList();
    }

    List<Integer> heads() {
        return places(place -> lineage.children(place).length == 0);
    }

    /** Returns the places that no other place requires: all heads, except those that another revision depends on. */
    private List<Integer> ends() {
        return places(place -> lineage.dependents(place).length == 0);
    }

    List<Integer> bases() {
        return places(place -> lineage.parents(place).length == 0);
    }

    /** Returns the applied places that no other applied place requires, directly or indirectly. */
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

    /** Returns the places of applied revisions; refuses revisions that are not in this history. */
    BitSet applied(Set<String> ids) {
        BitSet applied = new BitSet(lineage.size());
        for (String id : ids) {
            Integer place = lineage.placeOf(id);
            if (place == null) {
                throw new RevisionNotFoundException(id, "It is applied, but it is not in this history.");
            }
            applied.set(place);
        }
        return applied;
    }

    /**
     * Returns the places that {@code identifier} names; an empty list is the base.
     *
     * @param applied the applied revisions, for {@code current} and steps without an anchor; null without a database
     */
    List<Integer> resolve(Identifier identifier, @Nullable BitSet applied) {
        if (identifier.isRelative()) {
            return walk(identifier, start(identifier, applied));
        }
        List<Integer> anchors = anchors(identifier, applied);
        if (identifier.steps() == null) {
            return anchors;
        }
        if (anchors.size() > 1) {
            throw new AmbiguousRevisionException(identifier.text(), ids(anchors), BY_ID);
        }
        return walk(identifier, anchors);
    }

    private List<Integer> start(Identifier identifier, @Nullable BitSet applied) {
        BitSet known = requireDatabase(identifier, applied);
        List<Integer> current = current(known);
        if (identifier.scope() != null) {
            BitSet scope = scope(identifier);
            List<Integer> inScope = within(scope, current);
            current = inScope.isEmpty() ? tips(scope, known) : inScope;
        }
        if (current.size() > 1) {
            throw new AmbiguousRevisionException(
                    identifier.text(),
                    ids(current),
                    "Several revisions are current; start from one of them: <id>" + identifier.text() + ".");
        }
        return current;
    }

    private static BitSet requireDatabase(Identifier identifier, @Nullable BitSet applied) {
        if (applied == null) {
            throw new RevisionNotFoundException(
                    identifier.text(),
                    identifier.isRelative()
                            ? "Steps start from a revision: write, for example, 'ae1027a6acf0" + identifier.text()
                                    + "'."
                            : "'current' needs a database.");
        }
        return applied;
    }

    /** Returns the applied places of a branch that have no applied child there. */
    private List<Integer> tips(BitSet scope, BitSet applied) {
        BitSet both = (BitSet) scope.clone();
        both.and(applied);
        return places(place ->
                both.get(place) && IntStream.of(lineage.children(place)).noneMatch(both::get));
    }

    /** Follows the steps from {@code from}, which is one place, or empty for the base. */
    private List<Integer> walk(Identifier identifier, List<Integer> from) {
        Reached reached = walkAsFarAsPossible(identifier, from);
        if (reached.steps() < Math.abs(identifier.stepsOrZero())) {
            throw RevisionNotFoundException.tooFewSteps(
                    identifier.text(),
                    identifier.stepsOrZero(),
                    "There are only " + reached.steps() + " in that direction.");
        }
        return reached.places();
    }

    /** Follows the steps, or as many of them as there are. */
    Reached walkAsFarAsPossible(Identifier identifier, List<Integer> from) {
        boolean up = identifier.stepsOrZero() > 0;
        BitSet scope = scope(identifier);
        List<Integer> reached = from;
        for (int walked = 0; walked < Math.abs(identifier.stepsOrZero()); walked++) {
            if (!up && reached.isEmpty()) {
                return new Reached(reached, walked);
            }
            List<Integer> next = up ? within(scope, children(reached)) : boxed(lineage.parents(reached.get(0)));
            if (up && next.isEmpty()) {
                return new Reached(reached, walked);
            }
            if (next.size() > 1) {
                throw new AmbiguousRevisionException(identifier.text(), ids(next), BY_ID);
            }
            reached = next;
        }
        return new Reached(reached, Math.abs(identifier.stepsOrZero()));
    }

    /** The places after a number of steps. */
    record Reached(List<Integer> places, int steps) {}

    private List<Integer> children(List<Integer> from) {
        return from.isEmpty() ? bases() : boxed(lineage.children(from.get(0)));
    }

    private List<Integer> anchors(Identifier identifier, @Nullable BitSet applied) {
        BitSet scope = scope(identifier);
        return switch (identifier.anchor()) {
            case "base" -> List.of();
            case "heads" -> identifier.scope() == null ? ends() : within(scope, heads());
            case "head" -> head(identifier, within(scope, heads()));
            case "current" -> within(scope, current(requireDatabase(identifier, applied)));
            default -> List.of(member(identifier, scope));
        };
    }

    private int member(Identifier identifier, BitSet scope) {
        int named = named(identifier.anchor());
        if (!scope.get(named)) {
            throw RevisionNotFoundException.notInBranch(
                    identifier.text(), lineage.at(named).describe(), String.valueOf(identifier.scope()));
        }
        return named;
    }

    private List<Integer> head(Identifier identifier, List<Integer> heads) {
        if (heads.size() > 1) {
            throw new MultipleHeadsException(identifier.text(), ids(heads));
        }
        return heads;
    }

    /** Returns the place of the revision with this branch label or id. */
    int branch(String scope) {
        return find(scope).orElseThrow(() -> RevisionNotFoundException.noSuchBranch(scope, hint(scope)));
    }

    /** Returns the places to which the identifier is limited: ancestors and descendants through {@code down}. */
    BitSet scope(Identifier identifier) {
        if (identifier.scope() == null) {
            BitSet all = new BitSet(lineage.size());
            all.set(0, lineage.size());
            return all;
        }
        List<Integer> branch = List.of(branch(identifier.scope()));
        BitSet scope = lineage.ancestorsThroughDown(branch);
        scope.or(lineage.descendantsThroughDown(branch));
        return scope;
    }

    private static List<Integer> within(BitSet scope, List<Integer> places) {
        return places.stream().filter(scope::get).toList();
    }

    private int named(String name) {
        return find(name).orElseThrow(() -> new RevisionNotFoundException(name, hint(name)));
    }

    /** Finds a revision by its id, a label of its own, or a prefix of its id. */
    private Optional<Integer> find(String name) {
        Integer exact = lineage.placeOf(name);
        if (exact == null) {
            exact = labels.get(name);
        }
        if (exact != null || name.isEmpty()) {
            return Optional.ofNullable(exact);
        }
        if (squashes.isReplaced(name)) {
            String squash = squashes.outermost(name);
            throw new RevisionNotFoundException(
                    name, "Revision " + squash + " replaces it. Specify " + squash + " instead.");
        }
        List<Integer> candidates = places(place -> lineage.at(place).id().startsWith(name));
        if (candidates.size() > 1) {
            throw new AmbiguousRevisionException(name, ids(candidates), "Specify more of its id.");
        }
        return candidates.stream().findFirst();
    }

    /** Returns suggestions, and the extent of the history, for a {@code name} that was not found. */
    private String hint(String name) {
        if (lineage.size() == 0) {
            return "The history is empty: no class on the class path is annotated with @Revision, or the annotation"
                    + " processor did not run.";
        }
        List<String> near = Suggestions.to(
                name, Stream.concat(lineage.revisions().stream().map(RevisionInfo::id), labels.keySet().stream()));
        return (near.isEmpty() ? "" : "Did you mean " + String.join(" or ", near) + "? ") + "The history has "
                + lineage.size() + " revisions, up to " + String.join(", ", ids(heads())) + ".";
    }

    List<String> ids(List<Integer> places) {
        return places.stream().map(place -> lineage.at(place).id()).toList();
    }

    private static List<Integer> boxed(int[] places) {
        return IntStream.of(places).boxed().toList();
    }
}
