package dev.headway;

import dev.headway.error.InterruptedMigrationException;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionRegistry;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.RunPolicy;
import dev.headway.internal.engine.connection.ConnectionSource;
import dev.headway.progress.FleetListener;
import dev.headway.progress.FleetSummary;
import dev.headway.progress.LoggingFleetListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Migrates many targets with one history: the schemas or databases of tenants, or of shards. Each target has its own lock and
 * its own tables, so a target that fails does not stop the others, and an interrupted run can be repeated. Immutable.
 *
 * <p>A target needs two connections while it is migrated. If all targets share one data source, it must provide twice as many
 * connections as targets are migrated at a time.
 */
public final class Fleet {
    private static final int DEFAULT_PARALLELISM = 4;

    private final Map<String, ConnectionSource> targets;
    private final int parallelism;
    private final RunPolicy policy;
    private final History history;
    private final FleetListener listener;

    Fleet(Map<String, ConnectionSource> targets) {
        this(targets, DEFAULT_PARALLELISM, RunPolicy.DEFAULT, History.onClassPath(), new LoggingFleetListener());
    }

    private Fleet(
            Map<String, ConnectionSource> targets,
            int parallelism,
            RunPolicy policy,
            History history,
            FleetListener listener) {
        this.targets = targets;
        this.parallelism = parallelism;
        this.policy = policy;
        this.history = history;
        this.listener = listener;
    }

    /**
     * Returns a fleet that migrates this number of targets at a time. The default is 4.
     *
     * @throws IllegalArgumentException if the number is less than 1
     */
    public Fleet parallelism(int targetsAtATime) {
        if (targetsAtATime < 1) {
            throw new IllegalArgumentException(
                    "The number of targets at a time must be at least 1, not " + targetsAtATime);
        }
        return new Fleet(targets, targetsAtATime, policy, history, listener);
    }

    /** Returns a fleet that waits this long for another process that migrates one of its targets. */
    public Fleet lockTimeout(Duration lockTimeout) {
        return new Fleet(targets, parallelism, policy.lockTimeout(lockTimeout), history, listener);
    }

    /** Returns a fleet that logs a warning for each target if the code has no revision at all, instead of failing. */
    public Fleet allowEmpty() {
        return new Fleet(targets, parallelism, policy.allowsEmpty(true), history, listener);
    }

    /** Returns a fleet that logs a warning for each target that has revisions which the code lacks. This is the default. */
    public Fleet ignoreUnknown() {
        return new Fleet(targets, parallelism, policy.refusesUnknown(false), history, listener);
    }

    /** Returns a fleet that fails for each target that has revisions which the code lacks, instead of logging a warning. */
    public Fleet failOnUnknown() {
        return new Fleet(targets, parallelism, policy.refusesUnknown(true), history, listener);
    }

    /** Returns a fleet that refuses targets whose applied revisions have changed, instead of logging a warning. */
    public Fleet failOnChanged() {
        return new Fleet(targets, parallelism, policy.refusesChanged(true), history, listener);
    }

    /** Returns a fleet with the revisions of these registries, instead of those found on the class path. */
    public Fleet registries(RevisionRegistry... registries) {
        return new Fleet(targets, parallelism, policy, history.ofRegistries(List.of(registries)), listener);
    }

    /** Returns a fleet with the revisions whose {@code @Revision} specifies {@code database = name}. */
    public Fleet database(String name) {
        return new Fleet(targets, parallelism, policy, history.ofDatabase(name), listener);
    }

    /** Returns a fleet that reports its progress to {@code listener}, instead of logging it. */
    public Fleet listener(FleetListener listener) {
        return new Fleet(targets, parallelism, policy, history, Objects.requireNonNull(listener, "listener"));
    }

    /** Applies to every target all revisions that are not applied yet, and returns the result of each target. */
    public FleetSummary upgradeToHead() {
        return upgrade("head");
    }

    /**
     * Applies {@code revision} and all revisions that it requires to every target, and returns the result of each target.
     */
    public FleetSummary upgrade(String revision) {
        return run(migrator -> migrator.upgrade(revision));
    }

    /** Reverts on every target all revisions after {@code revision}, and returns the result of each target. */
    public FleetSummary downgrade(String revision) {
        return run(migrator -> migrator.downgrade(revision));
    }

    private FleetSummary run(Function<Migrator, Plan> work) {
        listener.started(targets.size());
        AtomicInteger done = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(parallelism);
        try {
            Map<String, Future<Plan>> running = new LinkedHashMap<>();
            targets.forEach(
                    (name, connections) -> running.put(name, threads.submit(() -> run(name, connections, work, done))));
            return summary(running);
        } finally {
            threads.shutdownNow();
        }
    }

    private Plan run(String name, ConnectionSource connections, Function<Migrator, Plan> work, AtomicInteger done) {
        try {
            Plan plan = work.apply(new Migrator(connections, policy, history, listener.of(name)));
            listener.done(name, plan, done.incrementAndGet());
            return plan;
        } catch (RuntimeException e) {
            listener.failed(name, e, done.incrementAndGet());
            throw e;
        }
    }

    private static FleetSummary summary(Map<String, Future<Plan>> running) {
        Map<String, Plan> upgraded = new LinkedHashMap<>();
        Map<String, RuntimeException> failed = new LinkedHashMap<>();
        for (Map.Entry<String, Future<Plan>> target : new ArrayList<>(running.entrySet())) {
            try {
                upgraded.put(target.getKey(), target.getValue().get());
            } catch (ExecutionException e) {
                failed.put(
                        target.getKey(),
                        e.getCause() instanceof RuntimeException reason
                                ? reason
                                : new IllegalStateException(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedMigrationException(
                        "The thread was interrupted while it migrated a fleet, so the remaining targets were not migrated."
                                + " Run again: completed targets are skipped, and interrupted ones resume.");
            }
        }
        return new FleetSummary(upgraded, failed);
    }
}
