package dev.headway.graph;

import dev.headway.InvalidHistoryException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    private final Lineage lineage;
    private final int[] order;
    private final Identifiers identifiers;
    private final Planner planner;

    private RevisionGraph(Lineage lineage) {
        this.lineage = lineage;
        this.order = lineage.order();
        this.identifiers = new Identifiers(lineage);
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
        return new RevisionGraph(new Lineage(revisions));
    }

    /** Returns all revisions, each after its parents and dependencies. */
    public List<RevisionInfo> revisions() {
        List<RevisionInfo> revisions = new ArrayList<>(order.length);
        for (int place : order) {
            revisions.add(lineage.at(place));
        }
        return revisions;
    }

    /** Returns the revisions that are nobody's parent. */
    public List<RevisionInfo> heads() {
        return identifiers.revisions(identifiers.heads());
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
     * one, or one of these with {@code +n} or {@code -n} behind it. {@code base} names none.
     *
     * @throws dev.headway.RevisionNotFoundException if it names no revision
     * @throws dev.headway.AmbiguousRevisionException if it could mean several
     * @throws dev.headway.MultipleHeadsException for {@code head} where there are several
     */
    public List<RevisionInfo> resolve(String identifier) {
        return identifiers.revisions(identifiers.resolve(identifier));
    }

    /**
     * Plans the way up from the {@code applied} revisions: all that {@code target} requires and that is not applied yet.
     * Besides what {@link #resolve} knows, {@code +n} means {@code n} revisions on from the current one.
     *
     * @throws dev.headway.RevisionNotFoundException as {@link #resolve}, and if an applied revision is not in the graph
     */
    public Plan upgrade(Set<String> applied, String target) {
        return planner.upgrade(applied, target);
    }

    /**
     * Plans the way down to {@code target}, which stays: all applied revisions that follow it or depend on one that does.
     * {@code base} takes back everything; {@code -n} takes back {@code n} revisions from the current one, and what else
     * depends on them.
     *
     * @throws dev.headway.RevisionNotFoundException as {@link #resolve}, if the target is not applied, and if an applied
     *     revision is not in the graph
     */
    public Plan downgrade(Set<String> applied, String target) {
        return planner.downgrade(applied, target);
    }

    /**
     * Returns those of the {@code applied} revisions that no other applied one has among its ancestors and dependencies.
     *
     * @throws dev.headway.RevisionNotFoundException if an applied revision is not in the graph
     */
    public List<RevisionInfo> current(Set<String> applied) {
        return identifiers.revisions(identifiers.current(identifiers.applied(applied)));
    }

    /** Returns the branch labels of a revision: its own and those of its ancestors. */
    public List<String> labels(RevisionInfo revision) {
        BitSet line = lineage.lineOf(identifiers.resolve(revision.id()));
        List<String> labels = new ArrayList<>();
        for (int place : order) {
            if (line.get(place)) {
                labels.addAll(lineage.at(place).branches());
            }
        }
        return labels;
    }
}
