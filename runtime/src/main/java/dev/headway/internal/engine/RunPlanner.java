package dev.headway.internal.engine;

import dev.headway.database.Databases;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.internal.engine.connection.ConnectionSource;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.RevisionTable;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Plans the steps from the applied revisions of a database to a target. */
final class RunPlanner {
    private static final Plan NOTHING = new Plan(List.of());

    private final ConnectionSource connections;
    private final History history;
    private final boolean refusesUnknown;

    RunPlanner(ConnectionSource connections, History history, boolean refusesUnknown) {
        this.connections = connections;
        this.history = history;
        this.refusesUnknown = refusesUnknown;
    }

    /**
     * Returns the steps from {@code applied} to {@code target}.
     *
     * @throws RevisionNotFoundException if the target is not in the history, or an applied revision is not, unless there is nothing
     *     to do and the policy permits that
     */
    Plan plan(AppliedRevisions applied, Direction direction, String target) {
        if (direction == Direction.UPGRADE && isHead(target) && history.isExactly(applied.ids())) {
            return NOTHING;
        }
        List<String> unknown = unknown(applied);
        boolean refusesAny = direction == Direction.DOWNGRADE || refusesUnknown || history.isEmpty();
        if (!unknown.isEmpty() && refusesAny) {
            throw refusal(unknown);
        }
        Plan plan = planOfKnown(applied, direction, target);
        if (!unknown.isEmpty() && !plan.isEmpty()) {
            throw refusal(unknown);
        }
        return plan;
    }

    /** Returns the steps to {@code target} from those of the applied revisions that the history contains. */
    Plan planOfKnown(AppliedRevisions applied, Direction direction, String target) {
        Set<String> known = known(applied);
        return direction == Direction.UPGRADE
                ? history.graph().upgrade(known, target)
                : history.graph().downgrade(known, target);
    }

    /** Returns the applied revisions that the history contains. */
    Set<String> known(AppliedRevisions applied) {
        Set<String> known = new LinkedHashSet<>(applied.ids());
        known.removeAll(unknown(applied));
        return known;
    }

    /** Returns the applied revisions that the history lacks. */
    List<String> unknown(AppliedRevisions applied) {
        return history.isExactly(applied.ids()) ? List.of() : history.graph().unknown(applied.ids());
    }

    private static boolean isHead(String target) {
        return target.equals("head") || target.equals("heads");
    }

    /**
     * Ensures that the history contains all applied revisions.
     *
     * @throws RevisionNotFoundException if it does not
     */
    void requireKnown(AppliedRevisions applied) {
        List<String> unknown = unknown(applied);
        if (!unknown.isEmpty()) {
            throw refusal(unknown);
        }
    }

    private RevisionNotFoundException refusal(List<String> unknown) {
        return missing(unknown, " Nothing was run. Deploy the code that contains the revision, or restore its class.");
    }

    /** Returns the exception for applied revisions that the history lacks; {@code consequence} ends its message. */
    RevisionNotFoundException missing(List<String> unknown, String consequence) {
        return new RevisionNotFoundException(
                unknown.get(0),
                "The database " + Databases.displayUrl(url()) + " has applied it on "
                        + read(RevisionTable::readTimes).get(unknown.get(0))
                        + (unknown.size() == 1
                                ? ""
                                : ", and also " + String.join(", ", unknown.subList(1, unknown.size())))
                        + ", but no class declares it: the code is older than the database, a revision was deleted or"
                        + " renamed, or a jar is missing from the class path." + consequence);
    }

    private String url() {
        return read(connection -> connection.getMetaData().getURL());
    }

    private <T> T read(ConnectionSource.Query<T> query) {
        try {
            return connections.query(query);
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot describe the database", e);
        }
    }
}
