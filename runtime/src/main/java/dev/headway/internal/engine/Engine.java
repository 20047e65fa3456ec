package dev.headway.internal.engine;

import dev.headway.database.Databases;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.CheckResult;
import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.op.Directives;
import dev.headway.progress.LogEntry;
import dev.headway.progress.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
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
    private final Policy policy;
    private final ProgressListener listener;

    /** Makes an engine that gets what a step says from {@code migrations}. */
    public Engine(
            ConnectionSource connections,
            History history,
            Function<Step, Directives> migrations,
            Policy policy,
            ProgressListener listener) {
        this.connections = connections;
        this.history = history;
        this.migrations = migrations;
        this.policy = policy;
        this.listener = listener;
    }

    /**
     * Returns what is applied now.
     *
     * @throws RevisionNotFoundException if the code does not know one of them
     */
    public Applied applied() {
        Applied applied = readApplied();
        requireKnown(applied);
        return applied;
    }

    private Applied readApplied() {
        return ask("Cannot read " + HistoryTable.NAME, new AppliedQuestion());
    }

    private <T> T ask(String refusal, ConnectionSource.Question<T> question) {
        try {
            return connections.ask(question);
        } catch (SQLException e) {
            throw new DatabaseAccessException(refusal, e);
        }
    }

    private void requireKnown(Applied applied) {
        List<String> unknown = history.graph().unknown(applied.ids());
        if (!unknown.isEmpty()) {
            String url = ask(
                    "Cannot ask for the URL",
                    connection -> connection.getMetaData().getURL());
            String id = unknown.get(0);
            throw new RevisionNotFoundException(
                    id,
                    "The database " + Databases.displayUrl(url) + " has it applied since "
                            + applied.at(id).orElseThrow()
                            + (unknown.size() == 1
                                    ? ""
                                    : ", and also " + String.join(", ", unknown.subList(1, unknown.size())))
                            + ", but no class declares it: the code is older than the database, a revision was deleted or"
                            + " renamed, or a jar is missing from the class path. Nothing was run. Deploy the code that"
                            + " has it, or bring the class back.");
        }
    }

    /** Not a lambda: the first lambda of a process costs more than the query. */
    private static final class AppliedQuestion implements ConnectionSource.Question<Applied> {
        @Override
        public Applied ask(Connection connection) throws SQLException {
            return HistoryTable.read(connection);
        }
    }

    /** Returns whether code and database agree. */
    public CheckResult check() {
        Applied applied = readApplied();
        RevisionGraph graph = history.graph();
        List<String> unknown = graph.unknown(applied.ids());
        Set<String> known = new LinkedHashSet<>(applied.ids());
        unknown.forEach(known::remove);
        return new CheckResult(
                graph.upgrade(known, "heads").steps().stream()
                        .map(Step::revision)
                        .toList(),
                unknown,
                history.changed(applied),
                graph.areBranches(graph.heads()) ? List.of() : graph.heads());
    }

    /** Returns what {@link #run} would do. */
    public Plan plan(Direction direction, String target) {
        return plan(readApplied(), direction, target);
    }

    private Plan plan(Applied applied, Direction direction, String target) {
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
     * Brings the database to {@code target}; returns what was run for that.
     *
     * @throws dev.headway.error.HeadwayException if it is refused or fails
     */
    public Plan run(Direction direction, String target) {
        if (history.isEmpty()) {
            listener.emptyHistory();
        }
        Applied now = readApplied();
        tellChanged(now);
        Plan plan = plan(now, direction, target);
        if (plan.isEmpty() && isSettled(now)) {
            return plan;
        }
        return connections.work(locked(
                new StepsWork(history.graph(), applied -> plan(applied, direction, target), migrations, listener)));
    }

    /** Returns whether no revision is to take the place of those that it replaces. */
    private boolean isSettled(Applied applied) {
        return history.isExactly(applied.ids())
                || history.graph().effective(applied.ids()).equals(applied.ids());
    }

    private void tellChanged(Applied applied) {
        List<RevisionInfo> changed = history.changed(applied);
        if (!changed.isEmpty()) {
            CheckResult verdict = new CheckResult(List.of(), List.of(), changed, List.of());
            if (policy.refusesChanged()) {
                verdict.require();
            }
            listener.changed(verdict.objections().get(0));
        }
    }

    private <T> Locked<T> locked(Locked.Work<T> work) {
        return new Locked<>(work, policy.lockTimeout(), listener);
    }

    /**
     * Makes the database have {@code targets} applied, without running anything.
     *
     * @param purge whether to forget first what it has, be it known or not
     */
    public Set<String> stamp(boolean purge, String... targets) {
        RevisionGraph graph = history.graph();
        return connections.work(locked(new StampWork(graph, applied -> {
            if (!purge) {
                requireKnown(applied);
            }
            return graph.stamp(purge ? Set.of() : applied.ids(), targets);
        })));
    }

    /**
     * Decides what was not known of a step that stopped: whether the statement behind those that are noted was {@code done}.
     *
     * @return the id of its revision
     */
    public String decide(boolean done) {
        return connections.work(locked(new DoubtWork(done)));
    }

    /** Returns all that was ever tried, in order. */
    public List<LogEntry> log() {
        return ask("Cannot read " + StepLog.NAME, StepLog::read);
    }
}
