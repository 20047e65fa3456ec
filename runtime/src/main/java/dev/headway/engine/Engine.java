package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import dev.headway.RevisionNotFoundException;
import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.Step;
import dev.headway.op.Directives;
import dev.headway.progress.LogEntry;
import dev.headway.progress.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Brings a database to a target. Whether there is anything to do is asked first, over one plain connection with one query;
 * only if there is are JDBI and a pool loaded, the lock taken, and the question asked again.
 */
public final class Engine {
    private final ConnectionSource connections;
    private final History history;
    private final Function<Step, Directives> migrations;
    private final Duration lockTimeout;
    private final ProgressListener listener;

    /** Makes an engine that gets what a step says from {@code migrations}. */
    public Engine(
            ConnectionSource connections,
            History history,
            Function<Step, Directives> migrations,
            Duration lockTimeout,
            ProgressListener listener) {
        this.connections = connections;
        this.history = history;
        this.migrations = migrations;
        this.lockTimeout = lockTimeout;
        this.listener = listener;
    }

    /**
     * Returns when each revision was applied that is applied now.
     *
     * @throws RevisionNotFoundException if the code does not know one of them
     */
    public Map<String, Instant> applied() {
        Map<String, Instant> applied = readApplied();
        requireKnown(applied);
        return applied;
    }

    private Map<String, Instant> readApplied() {
        return ask("Cannot read " + HistoryTable.NAME, new AppliedQuestion());
    }

    private <T> T ask(String refusal, ConnectionSource.Question<T> question) {
        try {
            return connections.ask(question);
        } catch (SQLException e) {
            throw new DatabaseAccessException(refusal, e);
        }
    }

    private void requireKnown(Map<String, Instant> applied) {
        List<String> unknown = new ArrayList<>(applied.keySet());
        unknown.removeIf(id -> history.graph().find(id).isPresent());
        if (!unknown.isEmpty()) {
            String url = ask(
                    "Cannot ask for the URL",
                    connection -> connection.getMetaData().getURL());
            String id = unknown.get(0);
            throw new RevisionNotFoundException(
                    id,
                    "The database " + DatabaseUrl.shown(url) + " has it applied since " + applied.get(id)
                            + (unknown.size() == 1
                                    ? ""
                                    : ", and also " + String.join(", ", unknown.subList(1, unknown.size())))
                            + ", but no class declares it: the code is older than the database, a revision was deleted or"
                            + " renamed, or a jar is missing from the class path. Nothing was run. Deploy the code that"
                            + " has it, or bring the class back.");
        }
    }

    /** Not a lambda: the first lambda of a process costs more than the query. */
    private static final class AppliedQuestion implements ConnectionSource.Question<Map<String, Instant>> {
        @Override
        public Map<String, Instant> ask(Connection connection) throws SQLException {
            return HistoryTable.read(connection);
        }
    }

    /** Returns what {@link #run} would do. */
    public Plan plan(Direction direction, String target) {
        Map<String, Instant> applied = readApplied();
        if (direction == Direction.UPGRADE && isHead(target) && history.isExactly(applied.keySet())) {
            return new Plan(List.of());
        }
        return plan(applied, direction, target);
    }

    private Plan plan(Map<String, Instant> applied, Direction direction, String target) {
        requireKnown(applied);
        RevisionGraph graph = history.graph();
        return direction == Direction.UPGRADE
                ? graph.upgrade(applied.keySet(), target)
                : graph.downgrade(applied.keySet(), target);
    }

    private static boolean isHead(String target) {
        return target.equals("head") || target.equals("heads");
    }

    /**
     * Brings the database to {@code target}; returns what was run for that.
     *
     * @throws dev.headway.HeadwayException if it is refused or fails
     */
    public Plan run(Direction direction, String target) {
        if (history.isEmpty()) {
            listener.emptyHistory();
        }
        Plan plan = plan(direction, target);
        if (plan.isEmpty()) {
            return plan;
        }
        return connections.work(new Locked<>(
                new StepsWork(applied -> plan(applied, direction, target), migrations, listener),
                lockTimeout,
                listener));
    }

    /**
     * Makes the database have {@code targets} applied, without running anything.
     *
     * @param purge whether to forget first what it has, be it known or not
     */
    public Set<String> stamp(boolean purge, String... targets) {
        return connections.work(new Locked<>(
                new StampWork(applied -> {
                    if (!purge) {
                        requireKnown(applied);
                    }
                    return history.graph().stamp(purge ? Set.of() : applied.keySet(), targets);
                }),
                lockTimeout,
                listener));
    }

    /**
     * Decides what was not known of a step that stopped: whether the statement behind those that are noted was {@code done}.
     *
     * @return the id of its revision
     */
    public String decide(boolean done) {
        return connections.work(new Locked<>(new DoubtWork(done), lockTimeout, listener));
    }

    /** Returns all that was ever tried, in order. */
    public List<LogEntry> log() {
        return ask("Cannot read " + StepLog.NAME, StepLog::read);
    }
}
