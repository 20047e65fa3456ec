package dev.headway;

import dev.headway.error.AmbiguousRevisionException;
import dev.headway.error.DatabaseAccessException;
import dev.headway.error.InvalidHistoryException;
import dev.headway.error.IrreversibleMigrationException;
import dev.headway.error.LockTimeoutException;
import dev.headway.error.MigrationFailedException;
import dev.headway.error.MultipleHeadsException;
import dev.headway.error.NotUpToDateException;
import dev.headway.error.RevisionNotFoundException;
import dev.headway.graph.CheckResult;
import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.RevisionRegistry;
import dev.headway.graph.Step;
import dev.headway.internal.engine.Applied;
import dev.headway.internal.engine.ConnectionSource;
import dev.headway.internal.engine.Engine;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.Policy;
import dev.headway.op.Directives;
import dev.headway.op.Operations;
import dev.headway.op.Sink;
import dev.headway.progress.HistoryEntry;
import dev.headway.progress.LogEntry;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings one database to a revision, and tells where it is. Immutable, and safe for use by several threads; {@link
 * Migrations} makes it.
 *
 * <p>Targets are Alembic's identifiers: {@code head}, {@code heads}, {@code base}, an id or the unambiguous beginning of
 * one, {@code +2}, {@code -1}, {@code ae10+2}, {@code ledger@head}.
 *
 * <p>Every method that asks the database throws {@link DatabaseAccessException} if it cannot be reached, {@link
 * InvalidHistoryException} if the revisions do not form a sound graph or the database's own tables cannot be used, and
 * {@link RevisionNotFoundException} if the database has a revision applied that the code does not know.
 */
public final class Migrator {
    private final ConnectionSource connections;
    private final Policy policy;
    private final History history;
    private final ProgressListener listener;
    private final Engine engine;

    Migrator(ConnectionSource connections, Policy policy, History history, ProgressListener listener) {
        this.connections = connections;
        this.policy = policy;
        this.history = history;
        this.listener = listener;
        this.engine = new Engine(connections, history, new Migrating(history), policy, listener);
    }

    /** Returns a migrator with the revisions of these registries, instead of those found on the class path. */
    public Migrator registries(RevisionRegistry... registries) {
        return new Migrator(connections, policy, history.from(List.of(registries)), listener);
    }

    /** Returns a migrator with the revisions whose {@code @Revision} says {@code database = name}. */
    public Migrator database(String name) {
        return new Migrator(connections, policy, history.of(name), listener);
    }

    /** Returns a migrator that tells {@code listener} what goes on, instead of logging it. */
    public Migrator listener(ProgressListener listener) {
        return new Migrator(connections, policy, history, Objects.requireNonNull(listener, "listener"));
    }

    /** Returns a migrator that waits this long for another process that migrates the same database. */
    public Migrator lockTimeout(Duration lockTimeout) {
        return new Migrator(connections, policy.lockTimeout(lockTimeout), history, listener);
    }

    /** Returns a migrator that does nothing if applied revisions were changed since, instead of warning. */
    public Migrator failOnChanged() {
        return new Migrator(connections, policy.refusesChanged(true), history, listener);
    }

    /**
     * Applies all revisions that are not applied yet; the same as {@code upgrade("head")}. If there are none, this costs
     * one connection and one query.
     *
     * @return what was applied
     * @throws MultipleHeadsException if the history ends in several heads and not all is applied
     * @throws MigrationFailedException if a revision fails
     * @throws LockTimeoutException if another process does not finish in time
     */
    public Plan upgradeToHead() {
        return upgrade("head");
    }

    /**
     * Applies {@code target} and all that it requires.
     *
     * @return what was applied
     * @throws AmbiguousRevisionException if the target could mean several revisions
     * @throws MultipleHeadsException for {@code head} where there are several
     * @throws MigrationFailedException if a revision fails
     * @throws LockTimeoutException if another process does not finish in time
     */
    public Plan upgrade(String target) {
        return engine.run(Direction.UPGRADE, target);
    }

    /**
     * Takes back all that came after {@code target}, which stays; {@code base} takes back everything.
     *
     * @return what was taken back
     * @throws AmbiguousRevisionException if the target could mean several revisions
     * @throws IrreversibleMigrationException if a revision on the way has no downgrade; then nothing is taken back
     * @throws MigrationFailedException if a revision fails
     * @throws LockTimeoutException if another process does not finish in time
     */
    public Plan downgrade(String target) {
        return engine.run(Direction.DOWNGRADE, target);
    }

    /**
     * Returns what {@code upgrade(target)} would apply now.
     *
     * @throws AmbiguousRevisionException if the target could mean several revisions
     * @throws MultipleHeadsException for {@code head} where there are several
     */
    public Plan plan(String target) {
        return engine.plan(Direction.UPGRADE, target);
    }

    /**
     * Returns what {@code downgrade(target)} would take back now.
     *
     * @throws AmbiguousRevisionException if the target could mean several revisions
     */
    public Plan planDowngrade(String target) {
        return engine.plan(Direction.DOWNGRADE, target);
    }

    /**
     * Says that the database is at these targets, without running anything: each counts as applied with all that it
     * requires, and what follows it no longer does. For a database that came to be where it is by other means.
     *
     * @return the revisions that are current then
     * @throws AmbiguousRevisionException if a target could mean several revisions
     * @throws MultipleHeadsException for {@code head} where there are several
     * @throws LockTimeoutException if another process does not finish in time
     */
    public List<RevisionInfo> stamp(String... targets) {
        return history.graph().current(engine.stamp(false, targets));
    }

    /**
     * Forgets all that counts as applied, be it known to the code or not, then does as {@link #stamp}.
     *
     * @return the revisions that are current then
     */
    public List<RevisionInfo> purgeAndStamp(String... targets) {
        return history.graph().current(engine.stamp(true, targets));
    }

    /**
     * Says that the statement is done at which a revision stopped, where only somebody who looks can tell. The next upgrade,
     * or downgrade, goes on behind it.
     *
     * @return the revision
     * @throws InvalidHistoryException if nothing is in doubt, or a revision used its handle
     */
    public String resume() {
        return engine.decide(true);
    }

    /**
     * Says that the statement is not done at which a revision stopped, where only somebody who looks can tell. The next
     * upgrade, or downgrade, goes on with it; a revision that used its handle is begun anew, so the database must be where
     * it was before.
     *
     * @return the revision
     * @throws InvalidHistoryException if nothing is in doubt
     */
    public String retry() {
        return engine.decide(false);
    }

    /**
     * Does nothing if the database has every revision applied that the code has.
     *
     * @throws NotUpToDateException if it has not
     */
    public void requireUpToDate() {
        Plan pending = engine.plan(Direction.UPGRADE, "heads");
        new CheckResult(pending.steps().stream().map(Step::revision).toList(), List.of(), List.of(), List.of())
                .require();
    }

    /** Returns whether the code and the database agree: what is pending, unknown, changed, and whether the history forks. */
    public CheckResult check() {
        return engine.check();
    }

    /**
     * Returns what {@code question} finds out over a connection of its own to the database, in the schema that is configured.
     * No lock is held meanwhile.
     */
    public <T> T ask(HandleCallback<T, SQLException> question) {
        try {
            return connections.ask(connection -> {
                Jdbi jdbi = Jdbi.create(connection);
                try (Handle handle = jdbi.open()) {
                    return question.withHandle(handle);
                }
            });
        } catch (SQLException e) {
            throw new DatabaseAccessException("Cannot ask the database", e);
        }
    }

    /**
     * Hands what the revisions do that lead from nothing to {@code target} to {@code sink}, one after another. Nothing is noted
     * as applied.
     *
     * @throws Exception what a revision or the sink throws
     */
    public void replay(String target, Sink sink) throws Exception {
        for (Step step : history.graph().upgrade(Set.of(), target).steps()) {
            replay(step.revision(), sink);
        }
    }

    /**
     * Hands what one revision does to {@code sink}. Nothing is noted as applied.
     *
     * @throws Exception what the revision or the sink throws
     */
    public void replay(RevisionInfo revision, Sink sink) throws Exception {
        Directives upgrade = new Migrating(history).apply(new Step(revision, Direction.UPGRADE));
        Operations.perform(revision, upgrade, sink);
    }

    /** Returns the revisions that the code has. */
    public RevisionGraph graph() {
        return history.graph();
    }

    /** Returns the rows of {@code headway_log}, the oldest first. */
    public List<LogEntry> log() {
        return engine.log();
    }

    /** Returns the applied revisions that are no parent of another applied one. */
    public List<RevisionInfo> current() {
        return history.graph().current(engine.applied().ids());
    }

    /** Returns all revisions, each after its parents and dependencies, with what the database has of them. */
    public List<HistoryEntry> history() {
        Applied applied = engine.applied();
        RevisionGraph graph = history.graph();
        Set<RevisionInfo> current = new HashSet<>(graph.current(applied.ids()));
        Set<RevisionInfo> heads = new HashSet<>(graph.heads());
        return graph.revisions().stream()
                .map(revision -> new HistoryEntry(
                        revision,
                        applied.at(revision.id()),
                        applied.checksum(revision.id()),
                        current.contains(revision),
                        heads.contains(revision)))
                .toList();
    }
}
