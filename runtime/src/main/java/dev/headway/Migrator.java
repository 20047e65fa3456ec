package dev.headway;

import dev.headway.error.AmbiguousRevisionException;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.IncompatibleTableException;
import dev.headway.error.InvalidHistoryException;
import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.LockTimeoutException;
import dev.headway.error.MigrationFailedException;
import dev.headway.error.MultipleHeadsException;
import dev.headway.error.NotUpToDateException;
import dev.headway.error.NothingToResolveException;
import dev.headway.error.PartiallyAppliedException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.CheckResult;
import dev.headway.graph.Direction;
import dev.headway.graph.PartialRevision;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.graph.Step;
import dev.headway.internal.engine.Engine;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.RunPolicy;
import dev.headway.internal.engine.connection.ConnectionSource;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.op.Sink;
import dev.headway.progress.HistoryEntry;
import dev.headway.progress.LogEntry;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Migrates one database, and reports its state. Immutable, and safe for use by several threads. {@link Migrations} creates
 * migrators.
 *
 * <p>Targets are Alembic's identifiers: {@code head}, {@code heads}, {@code base}, an id or an unambiguous prefix of
 * one, {@code +2}, {@code -1}, {@code ae10+2}, {@code ledger@head}.
 *
 * <p>Every method that reads the database throws {@link DatabaseAccessException} if the database cannot be reached, {@link
 * InvalidHistoryException} if the revisions do not form a sound graph, {@link IncompatibleTableException} if another version of
 * Headway created the tables in which it records applied revisions, and {@link RevisionNotFoundException} if the database has
 * applied a revision that the code does not contain.
 */
public final class Migrator {
    private final ConnectionSource connections;
    private final RunPolicy policy;
    private final History history;
    private final ProgressListener listener;
    private final Engine engine;

    Migrator(ConnectionSource connections, RunPolicy policy, History history, ProgressListener listener) {
        this.connections = connections;
        this.policy = policy;
        this.history = history;
        this.listener = listener;
        this.engine = new Engine(connections, history, new MigrationFactory(history), policy, listener);
    }

    /** Returns a migrator with the revisions of these registries, instead of those found on the class path. */
    public Migrator registries(RevisionRegistry... registries) {
        return new Migrator(connections, policy, history.ofRegistries(List.of(registries)), listener);
    }

    /** Returns a migrator with the revisions whose {@code @Revision} specifies {@code database = name}. */
    public Migrator database(String name) {
        return new Migrator(connections, policy, history.ofDatabase(name), listener);
    }

    /** Returns a migrator that reports its progress to {@code listener}, instead of logging it. */
    public Migrator listener(ProgressListener listener) {
        return new Migrator(connections, policy, history, Objects.requireNonNull(listener, "listener"));
    }

    /** Returns a migrator that waits this long for another process that migrates the same database. */
    public Migrator lockTimeout(Duration lockTimeout) {
        return new Migrator(connections, policy.lockTimeout(lockTimeout), history, listener);
    }

    /**
     * Returns a migrator that logs a warning if the code has no revision at all. Otherwise an upgrade, a downgrade, a stamp, a plan
     * and a check fail with an {@link dev.headway.error.EmptyHistoryException}, because a build that lost its revisions would seem
     * to succeed.
     */
    public Migrator allowEmpty() {
        return new Migrator(connections, policy.allowsEmpty(true), history, listener);
    }

    /** Returns the opposite of {@link #failOnUnknown}. This is the default unless {@code headway.unknown} is {@code fail}. */
    public Migrator ignoreUnknown() {
        return new Migrator(connections, policy.refusesUnknown(false), history, listener);
    }

    /**
     * Returns a migrator that fails if the database has revisions that the code lacks, as after a newer release. Otherwise an
     * upgrade that has nothing to do logs a warning, and so does {@link #requireUpToDate}. With revisions of the code pending, and
     * for a downgrade or a stamp, both fail.
     */
    public Migrator failOnUnknown() {
        return new Migrator(connections, policy.refusesUnknown(true), history, listener);
    }

    /** Returns a migrator that refuses to run if applied revisions have changed, instead of logging a warning. */
    public Migrator failOnChanged() {
        return new Migrator(connections, policy.refusesChanged(true), history, listener);
    }

    /**
     * Applies all revisions that are not applied yet, like {@code upgrade("head")}. If there are none, this costs one
     * connection and one query.
     *
     * @return the applied revisions, in order
     * @throws MultipleHeadsException if the history has several heads, and some revisions are not applied
     * @throws MigrationFailedException if a revision fails
     * @throws LockTimeoutException if another process does not finish in time
     */
    public Plan upgradeToHead() {
        return upgrade("head");
    }

    /**
     * Applies {@code target} and all revisions that it requires.
     *
     * @return the applied revisions, in order
     * @throws AmbiguousRevisionException if the target matches several revisions
     * @throws MultipleHeadsException for {@code head} if the history has several heads
     * @throws MigrationFailedException if a revision fails
     * @throws LockTimeoutException if another process does not finish in time
     */
    public Plan upgrade(String target) {
        return engine.run(Direction.UPGRADE, target);
    }

    /**
     * Reverts all revisions after {@code target}, which stays applied; {@code base} reverts everything.
     *
     * @return the reverted revisions, in order
     * @throws AmbiguousRevisionException if the target matches several revisions
     * @throws IrreversibleMigrationException if one of the revisions has no downgrade; then nothing is reverted
     * @throws MigrationFailedException if a revision fails
     * @throws LockTimeoutException if another process does not finish in time
     */
    public Plan downgrade(String target) {
        return engine.run(Direction.DOWNGRADE, target);
    }

    /**
     * Returns the steps that {@code upgrade(target)} would run now.
     *
     * @throws AmbiguousRevisionException if the target matches several revisions
     * @throws MultipleHeadsException for {@code head} if the history has several heads
     */
    public Plan plan(String target) {
        return engine.plan(Direction.UPGRADE, target);
    }

    /**
     * Returns the steps that {@code downgrade(target)} would run now.
     *
     * @throws AmbiguousRevisionException if the target matches several revisions
     */
    public Plan planDowngrade(String target) {
        return engine.plan(Direction.DOWNGRADE, target);
    }

    /**
     * Marks the targets and all revisions that they require as applied, and the revisions after them as not applied, without
     * running anything. Use it for a database whose schema was created by other means.
     *
     * @return the revisions that are current afterwards
     * @throws AmbiguousRevisionException if a target matches several revisions
     * @throws MultipleHeadsException for {@code head} if the history has several heads
     * @throws LockTimeoutException if another process does not finish in time
     */
    public List<RevisionInfo> stamp(String... targets) {
        return history.graph().current(engine.stamp(false, targets));
    }

    /**
     * Marks all revisions as not applied, including those that the code does not contain, then does the same as {@link #stamp}.
     *
     * @return the revisions that are current afterwards
     */
    public List<RevisionInfo> purgeAndStamp(String... targets) {
        return history.graph().current(engine.stamp(true, targets));
    }

    /**
     * Marks the interrupted statement as executed. Use it after checking the database by hand, if Headway cannot find out
     * whether the statement was executed. The next upgrade or downgrade resumes after the statement.
     *
     * @return the id of the revision
     * @throws NothingToResolveException if no revision is in doubt
     * @throws PartiallyAppliedException if several revisions are in doubt, or if the revision used its handle, so it is unknown after which statement to resume
     */
    public String resume() {
        return engine.resume(null);
    }

    /**
     * Marks the interrupted statement as not executed. Use it after checking the database by hand, if Headway cannot find out
     * whether the statement was executed. The next upgrade or downgrade resumes with the statement. A revision that used its
     * handle restarts from the beginning, so the database must be in its state before the revision.
     *
     * @return the id of the revision
     * @throws NothingToResolveException if no revision is in doubt
     * @throws PartiallyAppliedException if several revisions are in doubt
     */
    public String retry() {
        return engine.retry(null);
    }

    /**
     * Does the same as {@link #resume()} for one of several revisions in doubt.
     *
     * @param revision the id of the revision, or an unambiguous prefix
     * @return the id of the revision
     * @throws NothingToResolveException if the revision is not in doubt
     * @throws PartiallyAppliedException if the revision used its handle, or if the prefix matches several revisions in doubt
     */
    public String resume(String revision) {
        return engine.resume(Objects.requireNonNull(revision, "revision"));
    }

    /**
     * Does the same as {@link #retry()} for one of several revisions in doubt.
     *
     * @param revision the id of the revision, or an unambiguous prefix
     * @return the id of the revision
     * @throws NothingToResolveException if the revision is not in doubt
     * @throws PartiallyAppliedException if the prefix matches several revisions in doubt
     */
    public String retry(String revision) {
        return engine.retry(Objects.requireNonNull(revision, "revision"));
    }

    /** Returns the revisions that were applied or reverted in part, with the next step for each. */
    public List<PartialRevision> partial() {
        return engine.partial();
    }

    /**
     * Does nothing if the database has every revision applied that the code has.
     *
     * @throws NotUpToDateException if it has not
     */
    public void requireUpToDate() {
        Plan pending = engine.pending();
        new CheckResult(pending.steps().stream().map(Step::revision).toList(), List.of(), List.of(), List.of())
                .requireUpToDate();
    }

    /** Compares the code with the database: pending, unknown and changed revisions, and heads that need a merge. */
    public CheckResult check() {
        return engine.check();
    }

    /**
     * Calls {@code question} with a handle on a new connection to the database, in the configured schema, and returns its
     * result. Acquires no lock.
     */
    public <T> T ask(HandleCallback<T, SQLException> question) {
        try {
            return connections.query(connection -> {
                Jdbi jdbi = Jdbi.create(connection);
                try (Handle handle = jdbi.open()) {
                    return question.withHandle(handle);
                }
            });
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot query the database", e);
        }
    }

    /**
     * Passes the operations of all revisions from the base to {@code target} to {@code sink}. No revision is recorded as applied.
     *
     * @throws Exception if a revision or the sink throws it
     */
    public void replay(String target, Sink sink) throws Exception {
        for (Step step : history.graph().upgrade(Set.of(), target).steps()) {
            replay(step.revision(), sink);
        }
    }

    /**
     * Passes the operations of one revision to {@code sink}. The revision is not recorded as applied.
     *
     * @throws Exception if the revision or the sink throws it
     */
    public void replay(RevisionInfo revision, Sink sink) throws Exception {
        Directives upgrade = new MigrationFactory(history).apply(new Step(revision, Direction.UPGRADE));
        Operations.perform(revision, upgrade, sink);
    }

    /** Returns the revisions of the code. */
    public RevisionGraph graph() {
        return history.graph();
    }

    /** Returns the rows of {@code headway_log}, the oldest first. */
    public List<LogEntry> log() {
        return engine.log();
    }

    /**
     * Returns the applied revisions that are not a parent of another applied revision. Those that the code lacks are omitted, and the
     * listener gets a warning with their ids; {@link #check} returns them.
     */
    public List<RevisionInfo> current() {
        return history.graph().current(engine.known(engine.applied()));
    }

    /** Returns all revisions with their state in the database, each after its parents and dependencies. */
    public List<HistoryEntry> history() {
        AppliedRevisions applied = engine.applied();
        Map<String, Instant> times = engine.appliedTimes();
        RevisionGraph graph = history.graph();
        Set<String> known = engine.known(applied);
        Set<String> effective = graph.effective(known);
        Set<RevisionInfo> current = new HashSet<>(graph.current(known));
        Set<RevisionInfo> heads = new HashSet<>(graph.heads());
        return graph.revisions().stream()
                .map(revision -> new HistoryEntry(
                        revision,
                        appliedAt(revision, effective, times),
                        applied.checksum(revision.id()),
                        current.contains(revision),
                        heads.contains(revision),
                        graph.appliedParts(revision, known)))
                .toList();
    }

    /** A squash without a row is as old as the last of the revisions that it replaces. */
    private Optional<Instant> appliedAt(RevisionInfo revision, Set<String> effective, Map<String, Instant> times) {
        if (times.containsKey(revision.id()) || !effective.contains(revision.id())) {
            return Optional.ofNullable(times.get(revision.id()));
        }
        return history.graph().contents(revision).stream()
                .filter(times::containsKey)
                .map(times::get)
                .max(Comparator.naturalOrder());
    }
}
