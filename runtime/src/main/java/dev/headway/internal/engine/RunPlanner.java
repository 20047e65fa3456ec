package dev.headway.internal.engine;

import dev.headway.database.Databases;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.internal.engine.connection.ConnectionSource;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.RevisionTable;
import java.sql.SQLException;
import java.util.List;

/** Plans the steps from the applied revisions of a database to a target. */
final class RunPlanner {
    private final ConnectionSource connections;
    private final History history;

    RunPlanner(ConnectionSource connections, History history) {
        this.connections = connections;
        this.history = history;
    }

    /**
     * Returns the steps from {@code applied} to {@code target}.
     *
     * @throws RevisionNotFoundException if the target or an applied revision is not in the history
     */
    Plan plan(AppliedRevisions applied, Direction direction, String target) {
        if (direction == Direction.UPGRADE && isHead(target) && history.isExactly(applied.ids())) {
            return new Plan(List.of());
        }
        requireKnown(applied);
        RevisionGraph graph = history.graph();
        return direction == Direction.UPGRADE
                ? graph.upgrade(applied.ids(), target)
                : graph.downgrade(applied.ids(), target);
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
        List<String> unknown = history.graph().unknown(applied.ids());
        if (!unknown.isEmpty()) {
            String id = unknown.get(0);
            throw new RevisionNotFoundException(
                    id,
                    "The database " + Databases.displayUrl(url()) + " has applied it on "
                            + read(RevisionTable::readTimes).get(id)
                            + (unknown.size() == 1
                                    ? ""
                                    : ", and also " + String.join(", ", unknown.subList(1, unknown.size())))
                            + ", but no class declares it: the code is older than the database, a revision was deleted or"
                            + " renamed, or a jar is missing from the class path. Nothing was run. Deploy the code that"
                            + " contains the revision, or restore its class.");
        }
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
