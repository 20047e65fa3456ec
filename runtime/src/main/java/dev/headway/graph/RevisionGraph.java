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
 * A sound history: revisions joined to their parents and dependencies in a directed acyclic graph. Immutable.
 *
 * <p>Where the graph leaves a choice, the order in which the revisions were given decides, so that every machine gets
 * the same answer. Making a graph is linear in its size, and so is every question, at the most.
 *
 * <p>The meaning of identifiers follows Alembic's <em>Working with Branches</em> and <em>Partial Revision
 * Identifiers</em>.
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
        this.identifiers = new Identifiers(lineage);
        this.ranges = new Ranges(lineage, identifiers);
        this.stamper = new Stamper(lineage, identifiers);
        this.planner = new Planner(lineage, order, identifiers);
    }

    /**
     * Makes the graph of these revisions.
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

    /** Returns all revisions, each after its parents and dependencies; without those that others replace. */
    public List<RevisionInfo> revisions() {
        return IntStream.of(order).mapToObj(lineage::at).toList();
    }

    /** Returns the revisions that others replace, as far as they are still there, each after those that it requires. */
    public List<RevisionInfo> replaced() {
        return squashes.replaced();
    }

    /**
     * Returns what counts as applied where {@code applied} is: instead of revisions that another one replaces, that one, once
     * all of them are applied.
     */
    public Set<String> settled(Set<String> applied) {
        return squashes.settled(applied);
    }

    /** Returns those of {@code applied} that this history knows nothing of. */
    public List<String> unknown(Set<String> applied) {
        Set<String> settled = squashes.settled(applied);
        Set<String> midst = squashes.midst(settled);
        List<String> unknown = new ArrayList<>(settled);
        unknown.removeIf(id -> lineage.placeOf(id) != null || midst.contains(id));
        return unknown;
    }

    /** Returns the places of what is applied; what a database is in the midst of counts for nothing yet. */
    private BitSet places(Set<String> applied) {
        Set<String> settled = squashes.settled(applied);
        Set<String> midst = squashes.midst(settled);
        if (midst.isEmpty()) {
            return identifiers.applied(settled);
        }
        Set<String> known = new LinkedHashSet<>(settled);
        known.removeAll(midst);
        return identifiers.applied(known);
    }

    /** Returns the revisions that are nobody's parent. */
    public List<RevisionInfo> heads() {
        return identifiers.revisions(identifiers.heads());
    }

    /** Returns whether each of these has a branch label that none of the others has: then it is no mistake that they are many. */
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

    /**
     * Returns the revisions that an identifier names: {@code head}, {@code heads}, an id, the unambiguous beginning of
     * one, the label of a branch for the revision that carries it, or one of these with {@code +n} or {@code -n} behind it.
     * {@code base} names none. Before a {@code @} may stand a label or an id: then only what is in line with it is meant,
     * as in {@code ledger@head}.
     *
     * @throws dev.headway.error.RevisionNotFoundException if it names no revision
     * @throws dev.headway.error.AmbiguousRevisionException if it could mean several
     * @throws dev.headway.error.MultipleHeadsException for {@code head} where there are several
     */
    public List<RevisionInfo> resolve(String identifier) {
        return identifiers.revisions(identifiers.resolve(Identifier.parse(identifier), null));
    }

    /**
     * Returns the revisions that an identifier names for a database that has these {@code applied}. Besides what
     * {@link #resolve(String)} knows, {@code current} names those that are current, and {@code +n} and {@code -n} alone
     * count from there.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve(String)}, and if an applied revision is not in the
     *     graph
     */
    public List<RevisionInfo> resolve(String identifier, Set<String> applied) {
        return identifiers.revisions(identifiers.resolve(Identifier.parse(identifier), places(applied)));
    }

    /**
     * Returns the revisions from one to another, both included, each after its parents and dependencies: {@code a:b}, or
     * {@code a:} up to all heads, or {@code :b} from the base on. {@code -n:b} begins n before the end, {@code a:+n} ends n
     * behind the beginning; either ends where the history does.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve(String)}, if the beginning does not lead to the end,
     *     and if it is no range
     */
    public List<RevisionInfo> range(String range) {
        return inOrder(ranges.of(range, null));
    }

    /**
     * Returns the revisions of a range for a database that has these {@code applied}, so that it may say {@code current}.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #range(String)}
     */
    public List<RevisionInfo> range(String range, Set<String> applied) {
        return inOrder(ranges.of(range, places(applied)));
    }

    /**
     * Returns what counts as applied after the database is said to be at these targets: each target with all that it
     * requires, without all that follows it or depends on it; other branches stay as they are. {@code base} takes away
     * everything, {@code ledger@base} what is in line with that branch.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve(String, Set)}
     */
    public Set<String> stamp(Set<String> applied, String... targets) {
        BitSet after = places(applied);
        for (String target : targets) {
            stamper.stamp(after, Identifier.parse(target));
        }
        Set<String> ids = new LinkedHashSet<>();
        inOrder(after).forEach(revision -> ids.add(revision.id()));
        return ids;
    }

    private List<RevisionInfo> inOrder(BitSet places) {
        return IntStream.of(order).filter(places::get).mapToObj(lineage::at).toList();
    }

    /**
     * Plans the way up from the {@code applied} revisions: all that {@code target} requires and that is not applied yet.
     * Besides what {@link #resolve} knows, {@code +n} means {@code n} revisions on from the current one. Where some of the
     * revisions are applied that another one replaces, the others of them come first, if they are still there.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve}, and if an applied revision is not in the graph
     */
    public Plan upgrade(Set<String> applied, String target) {
        Set<String> settled = squashes.settled(applied);
        if (squashes.midst(settled).isEmpty()) {
            return planner.upgrade(identifiers.applied(settled), target);
        }
        List<RevisionInfo> wayOut = squashes.wayOut(settled);
        Set<String> then = new LinkedHashSet<>(settled);
        List<Step> steps = new ArrayList<>();
        for (RevisionInfo revision : wayOut) {
            then.add(revision.id());
            steps.add(new Step(revision, Direction.UPGRADE));
        }
        steps.addAll(upgrade(then, target).steps());
        return new Plan(steps);
    }

    /**
     * Plans the way down to {@code target}, which stays: all applied revisions that follow it or depend on one that does.
     * {@code base} takes back everything; {@code -n} takes back {@code n} revisions from the current one, and what else
     * depends on them.
     *
     * @throws dev.headway.error.RevisionNotFoundException as {@link #resolve}, if the target is not applied, and if an applied
     *     revision is not in the graph
     */
    public Plan downgrade(Set<String> applied, String target) {
        Set<String> midst = squashes.midst(squashes.settled(applied));
        if (!midst.isEmpty()) {
            throw RevisionNotFoundException.partiallySquashed(target, List.copyOf(midst));
        }
        return planner.downgrade(places(applied), target);
    }

    /**
     * Returns those of the {@code applied} revisions that no other applied one has among its ancestors and dependencies.
     *
     * @throws dev.headway.error.RevisionNotFoundException if an applied revision is not in the graph
     */
    public List<RevisionInfo> current(Set<String> applied) {
        return identifiers.revisions(identifiers.current(places(applied)));
    }

    /** Returns the branch labels of a revision: its own and those of its ancestors. */
    public List<String> labels(RevisionInfo revision) {
        BitSet line = lineage.lineOf(identifiers.resolve(Identifier.parse(revision.id()), null));
        return inOrder(line).stream()
                .flatMap(inLine -> inLine.branches().stream())
                .toList();
    }
}
