package dev.headway.graph;

import dev.headway.error.InvalidHistoryException;
import dev.headway.error.RevisionNotFoundException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A valid history: a directed acyclic graph of revisions, their parents and their dependencies. Immutable.
 *
 * <p>If the graph allows several orders, the order in which the revisions were given decides, so that the result is the same on
 * every machine. The constructor and all methods take at most linear time.
 *
 * <p>Identifiers have the meaning that Alembic describes in <em>Working with Branches</em> and <em>Partial Revision
 * Identifiers</em>.
 *
 * @since 0.1
 */
public final class RevisionGraph {
    private final Squashes squashes;
    private final Lineage lineage;
    private final int[] order;
    private final Identifiers identifiers;
    private final Ranges ranges;
    private final Stamper stamper;
    private final Planner planner;

    private RevisionGraph(Squashes squashes) {
        this.squashes = squashes;
        this.lineage = new Lineage(squashes.live());
        this.order = lineage.order();
        this.identifiers = new Identifiers(lineage, squashes);
        this.ranges = new Ranges(lineage, identifiers);
        this.stamper = new Stamper(lineage, identifiers);
        this.planner = new Planner(lineage, order, identifiers);
    }

    /**
     * Creates the graph of these revisions.
     *
     * @throws InvalidHistoryException with every fault that {@link HistoryCheck} finds
     */
    public static RevisionGraph of(Collection<RevisionInfo> revisions) {
        List<HistoryFault> faults = HistoryCheck.faults(revisions);
        if (!faults.isEmpty()) {
            throw new InvalidHistoryException(
                    faults.stream().map(HistoryFault::message).toList());
        }
        return new RevisionGraph(new Squashes(new Lineage(revisions)));
    }

    /** Returns all revisions except replaced ones, each after its parents and dependencies. */
    public List<RevisionInfo> revisions() {
        return IntStream.of(order).mapToObj(lineage::at).toList();
    }

    /** Returns the replaced revisions that still exist in the code, each after its parents and dependencies. */
    public List<RevisionInfo> replaced() {
        return squashes.replaced();
    }

    /**
     * Returns the applied revisions with each squash in place of the revisions that it replaces, if all of them are
     * applied.
     */
    public Set<String> effective(Set<String> applied) {
        return squashes.effective(applied);
    }

    /** Returns the squashes of which all revisions are applied, but which are not recorded as applied themselves. */
    public List<RevisionInfo> newSquashes(Set<String> applied) {
        return squashes.newlyEffective(applied);
    }

    /** Returns the ids of the applied revisions that a revision replaces, if it replaces others that are not applied. */
    public List<String> appliedParts(RevisionInfo squash, Set<String> applied) {
        Set<String> parts = squashes.partlyReplaced(squashes.effective(applied));
        parts.retainAll(contents(squash));
        return List.copyOf(parts);
    }

    /** Returns the ids of the revisions that a revision replaces, directly or through others. */
    public Set<String> contents(RevisionInfo squash) {
        return squashes.content(squash);
    }

    /** Returns the applied revisions that are not in this history. */
    public List<String> unknown(Set<String> applied) {
        Set<String> effective = squashes.effective(applied);
        Set<String> partlyReplaced = squashes.partlyReplaced(effective);
        List<String> unknown = new ArrayList<>(effective);
        unknown.removeIf(id -> lineage.placeOf(id) != null || partlyReplaced.contains(id));
        return unknown;
    }

    /** Returns the places of the applied revisions, without those of a squash that is only partly applied. */
    private BitSet places(Set<String> applied) {
        Set<String> effective = squashes.effective(applied);
        Set<String> partlyReplaced = squashes.partlyReplaced(effective);
        if (partlyReplaced.isEmpty()) {
            return identifiers.applied(effective);
        }
        Set<String> known = new LinkedHashSet<>(effective);
        known.removeAll(partlyReplaced);
        return identifiers.applied(known);
    }

    /** Returns the revisions that are not a parent. */
    public List<RevisionInfo> heads() {
        return identifiers.revisions(identifiers.heads());
    }

    /** Returns whether each head has a branch label that no other head has, so that several heads are intended. */
    public boolean areBranches(List<RevisionInfo> heads) {
        for (RevisionInfo head : heads) {
            Set<String> labels = new HashSet<>(labels(head));
            for (RevisionInfo other : heads) {
                if (!other.equals(head)) {
                    labels(other).forEach(labels::remove);
                }
            }
            if (labels.isEmpty() && heads.size() > 1) {
                return false;
            }
        }
        return true;
    }

    /** Returns the revisions without parents. */
    public List<RevisionInfo> bases() {
        return identifiers.revisions(identifiers.bases());
    }

    /** Returns the revision with exactly this id. */
    public Optional<RevisionInfo> find(String id) {
        return Optional.ofNullable(lineage.placeOf(id)).map(lineage::at);
    }

    /** Returns the revision with exactly this id, or the one that replaces it and is not replaced itself. */
    public Optional<RevisionInfo> findOrReplacement(String id) {
        return find(squashes.outermost(id));
    }

    /**
     * Returns the revisions that an identifier names: {@code head}, {@code heads}, an id, a unique prefix of an id, or a branch
     * label for the revision that declares it, each optionally followed by {@code +n} or {@code -n}. {@code base} names none.
     * A label or an id before {@code @} limits the search to its ancestors and descendants, as in {@code ledger@head}.
     *
     * @throws dev.headway.error.RevisionNotFoundException if it names no revision
     * @throws dev.headway.error.AmbiguousRevisionException if it matches several revisions
     * @throws dev.headway.error.MultipleHeadsException for {@code head} if there are several
     */
    public List<RevisionInfo> resolve(String identifier) {
        return identifiers.revisions(identifiers.resolve(Identifier.parse(identifier), null));
    }

    /**
     * Returns the revisions that an identifier names for a database with these {@code applied} revisions. In addition to
     * {@link #resolve(String)}, {@code current} names the current revisions, and {@code +n} and {@code -n} alone start from
     * there.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve(String)}, and if an applied revision is not in the
     *     graph
     */
    public List<RevisionInfo> resolve(String identifier, Set<String> applied) {
        return identifiers.revisions(identifiers.resolve(Identifier.parse(identifier), places(applied)));
    }

    /**
     * Returns the revisions of a range, both ends included, each after its parents and dependencies: {@code a:b}, {@code a:}
     * to all heads, or {@code :b} from the base. {@code -n:b} starts n revisions before the end, and {@code a:+n} ends n
     * revisions after the start; both stop at the ends of the history.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve(String)}, if the end is not a descendant of the
     *     start, and if the text is not a range
     */
    public List<RevisionInfo> range(String range) {
        return inOrder(ranges.of(range, null));
    }

    /**
     * Returns the revisions of a range, which may contain {@code current}, for a database with these {@code applied} revisions.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #range(String)}
     */
    public List<RevisionInfo> range(String range, Set<String> applied) {
        return inOrder(ranges.of(range, places(applied)));
    }

    /**
     * Returns the applied revisions after a stamp with these targets: each target with all revisions that it requires, and
     * without those that follow it or depend on it. Other branches stay as they are, and so do the rows of a squash that is only
     * partly applied. {@code base} removes all revisions, {@code ledger@base} those of that branch, and {@code current} none.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve(String, Set)}, and for steps from the current
     *     revision if a squash is only partly applied
     */
    public Set<String> stamp(Set<String> applied, String... targets) {
        BitSet after = places(applied);
        Set<String> partlyReplaced = squashes.partlyReplaced(squashes.effective(applied));
        for (String target : targets) {
            Identifier identifier = Identifier.parse(target);
            if (identifier.stepsFromCurrent() && !partlyReplaced.isEmpty()) {
                throw RevisionNotFoundException.stepsFromPartOfSquash(target, List.copyOf(partlyReplaced));
            }
            BitSet removed = stamper.stamp(after, identifier, squashesOf(partlyReplaced));
            partlyReplaced.removeIf(id -> squashesOf(Set.of(id)).intersects(removed));
        }
        partlyReplaced.removeIf(id -> squashesOf(Set.of(id)).intersects(after));
        Set<String> ids = new LinkedHashSet<>(partlyReplaced);
        inOrder(after).forEach(revision -> ids.add(revision.id()));
        return ids;
    }

    /**
     * Returns the revisions that a stamp states to be applied: its targets, the revisions that they require, and the
     * revisions that these replace. {@code current} states nothing.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve(String, Set)}
     */
    public Set<String> stated(Set<String> applied, String... targets) {
        BitSet known = places(applied);
        Set<String> stated = new LinkedHashSet<>();
        for (String target : targets) {
            Identifier identifier = Identifier.parse(target);
            if (!identifier.isCurrent()) {
                for (RevisionInfo revision : inOrder(lineage.ancestors(identifiers.resolve(identifier, known)))) {
                    stated.add(revision.id());
                    stated.addAll(contents(revision));
                }
            }
        }
        return stated;
    }

    /** Returns whether an identifier names the current revisions, or steps from them. */
    public boolean startsFromCurrent(String identifier) {
        Identifier parsed = Identifier.parse(identifier);
        return parsed.isCurrent() || parsed.stepsFromCurrent();
    }

    private BitSet squashesOf(Set<String> replaced) {
        BitSet places = new BitSet();
        for (String id : replaced) {
            Integer place = lineage.placeOf(squashes.outermost(id));
            if (place != null) {
                places.set(place);
            }
        }
        return places;
    }

    private List<RevisionInfo> inOrder(BitSet places) {
        return IntStream.of(order).filter(places::get).mapToObj(lineage::at).toList();
    }

    /**
     * Plans an upgrade: all revisions that {@code target} requires and that are not applied yet. In addition to
     * {@link #resolve}, {@code +n} means {@code n} revisions after the current one. If the target requires a squash of which
     * only some revisions are applied, the others come first, if they still exist. Steps from the current revision start from
     * the complete squash.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve}, and if an applied revision is not in the graph
     */
    public Plan upgrade(Set<String> applied, String target) {
        Set<String> effective = squashes.effective(applied);
        BitSet partlyApplied = squashesOf(squashes.partlyReplaced(effective));
        BitSet start = places(applied);
        start.or(partlyApplied);
        BitSet wanted = planner.wanted(start, target);
        partlyApplied.and(wanted);
        List<String> squashesToComplete =
                inOrder(partlyApplied).stream().map(RevisionInfo::id).toList();
        Set<String> then = new LinkedHashSet<>(effective);
        List<Step> steps = new ArrayList<>();
        for (RevisionInfo revision : squashes.remaining(effective, squashesToComplete)) {
            then.add(revision.id());
            steps.add(new Step(revision, Direction.UPGRADE));
        }
        wanted.andNot(places(then));
        inOrder(wanted).forEach(revision -> steps.add(new Step(revision, Direction.UPGRADE)));
        return new Plan(steps);
    }

    /**
     * Plans a downgrade to {@code target}, which stays applied: all applied revisions that follow it, and those that depend on
     * them. {@code base} reverts all revisions; {@code -n} reverts {@code n} revisions from the current one, and those that
     * depend on them.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve}, if the target is not applied, and if an applied
     *     revision is not in the graph
     */
    public Plan downgrade(Set<String> applied, String target) {
        Set<String> partlyReplaced = squashes.partlyReplaced(squashes.effective(applied));
        if (!partlyReplaced.isEmpty()) {
            throw RevisionNotFoundException.partiallySquashed(target, List.copyOf(partlyReplaced));
        }
        return planner.downgrade(places(applied), target);
    }

    /**
     * Returns the applied revisions that no other applied revision requires.
     *
     * @throws dev.headway.error.RevisionNotFoundException if an applied revision is not in the graph
     */
    public List<RevisionInfo> current(Set<String> applied) {
        return identifiers.revisions(identifiers.current(places(applied)));
    }

    /** Returns the branch labels of a revision: its own and those of its ancestors. */
    public List<String> labels(RevisionInfo revision) {
        BitSet line = lineage.ancestorsThroughDown(identifiers.resolve(Identifier.parse(revision.id()), null));
        return inOrder(line).stream()
                .flatMap(inLine -> inLine.branches().stream())
                .toList();
    }
}
