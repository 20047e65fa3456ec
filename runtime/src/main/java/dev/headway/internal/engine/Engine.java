package dev.headway.internal.engine;

import dev.headway.error.DatabaseAccessException;
import dev.headway.error.EmptyHistoryException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.CheckResult;
import dev.headway.graph.Direction;
import dev.headway.graph.PartialRevision;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.ConnectionSource;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.journal.PreviousAttempt;
import dev.headway.internal.engine.journal.RevisionTable;
import dev.headway.op.Directives;
import dev.headway.progress.LogEntry;
import dev.headway.progress.ProgressListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Migrates a database to a target. It first reads the applied revisions on one plain connection, with one query. Only if there
 * is something to do, it opens sessions, acquires the lock and plans again.
 */
public final class Engine {
    private static final String NOTHING_PENDING =
            " No revision of the code is pending, so nothing was run (headway.unknown=ignore).";

    private final ConnectionSource connections;
    private final History history;
    private final Function<Step, Directives> migrations;
    private final RunPolicy policy;
    private final ProgressListener listener;
    private final RunPlanner planner;

    /** Creates an engine that gets the directives of a step from {@code migrations}. */
    public Engine(
            ConnectionSource connections,
            History history,
            Function<Step, Directives> migrations,
            RunPolicy policy,
            ProgressListener listener) {
        this.connections = connections;
        this.history = history;
        this.migrations = migrations;
        this.policy = policy;
        this.listener = listener;
        this.planner = new RunPlanner(connections, history, policy.refusesUnknown());
    }

    /** Returns the revisions that are applied, and tells the listener of those that the history lacks. */
    public AppliedRevisions applied() {
        AppliedRevisions applied = readApplied();
        reportUnknown(applied, "");
        return applied;
    }

    /** Returns the ids of the applied revisions that the history contains. */
    public Set<String> known(AppliedRevisions applied) {
        return planner.known(applied);
    }

    /** Returns whether the history lacks an applied revision. */
    private boolean reportUnknown(AppliedRevisions applied, String consequence) {
        List<String> unknown = planner.unknown(applied);
        if (!unknown.isEmpty()) {
            listener.unknown(
                    String.valueOf(planner.missing(unknown, consequence).getMessage()));
        }
        return !unknown.isEmpty();
    }

    /** Returns when each of the applied revisions was applied. */
    public Map<String, Instant> appliedTimes() {
        return read(RevisionTable.NAME, RevisionTable::readTimes);
    }

    private AppliedRevisions readApplied() {
        return read(RevisionTable.NAME, new AppliedQuery());
    }

    /** A class, not a lambda: the first lambda in a JVM costs more than this query. */
    private static final class AppliedQuery implements ConnectionSource.Query<AppliedRevisions> {
        @Override
        public AppliedRevisions run(Connection connection) throws SQLException {
            return RevisionTable.read(connection);
        }
    }

    private <T> T read(String table, ConnectionSource.Query<T> query) {
        try {
            return connections.query(query);
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot read " + table, e);
        }
    }

    /** Compares the history with the database. */
    public CheckResult check() {
        requireRevisions();
        AppliedRevisions applied = readApplied();
        RevisionGraph graph = history.graph();
        return new CheckResult(
                planner.planOfKnown(applied, Direction.UPGRADE, "heads").steps().stream()
                        .map(Step::revision)
                        .toList(),
                graph.unknown(applied.ids()),
                history.changed(applied),
                graph.areBranches(graph.heads()) ? List.of() : graph.heads(),
                partial());
    }

    /** Returns the revisions that were applied or reverted in part. */
    public List<PartialRevision> partial() {
        return read(LogTable.NAME, LogTable::readInterrupted).values().stream()
                .filter(PreviousAttempt::isPartial)
                .map(PreviousAttempt::report)
                .toList();
    }

    /** Returns the steps to {@code target}, from those of the applied revisions that the history contains. */
    public Plan plan(Direction direction, String target) {
        requireRevisions();
        return planner.planOfKnown(applied(), direction, target);
    }

    /**
     * Returns the revisions that are not applied.
     *
     * @throws RevisionNotFoundException if the history lacks an applied revision, and the policy or a pending one forbids that
     */
    public Plan pending() {
        requireRevisions();
        AppliedRevisions applied = readApplied();
        Plan pending = planner.plan(applied, Direction.UPGRADE, "heads");
        reportUnknown(applied, NOTHING_PENDING);
        return pending;
    }

    /**
     * Migrates the database to {@code target}, and returns the steps that were run.
     *
     * @throws dev.headway.error.HeadwayException if the run is refused or fails
     */
    public Plan run(Direction direction, String target) {
        requireRevisions();
        if (history.isEmpty()) {
            listener.emptyHistory();
        }
        AppliedRevisions applied = readApplied();
        reportChanged(applied);
        Plan plan = planner.plan(applied, direction, target);
        if (plan.isEmpty() && isSettled(applied)) {
            return plan;
        }
        return underLock(new MigrationTask(history.graph(), planner, direction, target, migrations, listener));
    }

    private void requireRevisions() {
        if (!policy.allowsEmpty() && history.isEmpty()) {
            throw new EmptyHistoryException(history.describeEmptiness());
        }
    }

    /** Returns whether no squash replaces applied revisions. None does if the history lacks one of them, which is reported. */
    private boolean isSettled(AppliedRevisions applied) {
        return history.isExactly(applied.ids())
                || reportUnknown(applied, NOTHING_PENDING)
                || history.graph().effective(applied.ids()).equals(applied.ids());
    }

    private void reportChanged(AppliedRevisions applied) {
        List<RevisionInfo> changed = history.changed(applied);
        if (!changed.isEmpty()) {
            CheckResult result = new CheckResult(List.of(), List.of(), changed, List.of());
            if (policy.refusesChanged()) {
                result.requireUpToDate();
            }
            listener.changed(result.problems().get(0));
        }
    }

    private <T> T underLock(LockedTask<T> task) {
        return new LockedTaskRunner(connections, policy.lockTimeout(), listener).run(task);
    }

    /**
     * Marks {@code targets} as applied, without running anything, and returns the ids of all revisions that are applied then.
     *
     * @param purge whether to mark everything else as not applied first, including revisions that the history does not contain
     */
    public Set<String> stamp(boolean purge, String... targets) {
        requireRevisions();
        return underLock(new StampTask(history.graph(), planner, purge, List.of(targets)));
    }

    /**
     * Records that the statement in doubt was executed, and returns the id of its revision.
     *
     * @param revision the revision or a prefix of its id; null if only one is in doubt
     */
    public String resume(@Nullable String revision) {
        return underLock(ResolutionTask.resume(history.graph(), revision));
    }

    /**
     * Records that the statement in doubt was not executed, and returns the id of its revision.
     *
     * @param revision the revision or a prefix of its id; null if only one is in doubt
     */
    public String retry(@Nullable String revision) {
        return underLock(ResolutionTask.retry(history.graph(), revision));
    }

    /** Returns the entries of the log, the oldest first. */
    public List<LogEntry> log() {
        return read(LogTable.NAME, LogTable::read);
    }
}
