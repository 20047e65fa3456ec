package dev.headway;

import dev.headway.error.LockTimeoutException;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionRegistry;
import dev.headway.internal.engine.ConnectionSource;
import dev.headway.internal.engine.History;
import dev.headway.internal.engine.Policy;
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
 * Runs one history over many targets: the schemas or databases of tenants, or of shards. Each is on its own, with its own
 * lock and its own record, so one that fails holds none of the others up, and a run that was broken off is simply begun
 * again. Immutable.
 *
 * <p>A target that has something to do takes two connections while it does, so with a data source for all of them, that
 * must give twice as many as there are targets at a time.
 */
public final class Fleet {
    private static final int DEFAULT_PARALLELISM = 4;

    private final Map<String, ConnectionSource> targets;
    private final int parallelism;
    private final Policy policy;
    private final History history;
    private final FleetListener listener;

    Fleet(Map<String, ConnectionSource> targets) {
        this(targets, DEFAULT_PARALLELISM, Policy.DEFAULT, History.onClassPath(), new LoggingFleetListener());
    }

    private Fleet(
            Map<String, ConnectionSource> targets,
            int parallelism,
            Policy policy,
            History history,
            FleetListener listener) {
        this.targets = targets;
        this.parallelism = parallelism;
        this.policy = policy;
        this.history = history;
        this.listener = listener;
    }

    /**
     * Returns a fleet that runs so many targets at a time; 4 if nothing is said.
     *
     * @throws IllegalArgumentException if that is less than one
     */
    public Fleet parallelism(int targetsAtATime) {
        if (targetsAtATime < 1) {
            throw new IllegalArgumentException("At least one target at a time, not " + targetsAtATime);
        }
        return new Fleet(targets, targetsAtATime, policy, history, listener);
    }

    /** Returns a fleet that waits this long for another process that migrates one of its targets. */
    public Fleet lockTimeout(Duration lockTimeout) {
        return new Fleet(targets, parallelism, policy.lockTimeout(lockTimeout), history, listener);
    }

    /** Returns a fleet that does nothing on targets whose applied revisions were changed since, instead of warning. */
    public Fleet failOnChanged() {
        return new Fleet(targets, parallelism, policy.refusesChanged(true), history, listener);
    }

    /** Returns a fleet with the revisions of these registries, instead of those found on the class path. */
    public Fleet registries(RevisionRegistry... registries) {
        return new Fleet(targets, parallelism, policy, history.from(List.of(registries)), listener);
    }

    /** Returns a fleet with the revisions whose {@code @Revision} says {@code database = name}. */
    public Fleet database(String name) {
        return new Fleet(targets, parallelism, policy, history.of(name), listener);
    }

    /** Returns a fleet that tells {@code listener} what goes on, instead of logging it. */
    public Fleet listener(FleetListener listener) {
        return new Fleet(targets, parallelism, policy, history, Objects.requireNonNull(listener, "listener"));
    }

    /** Applies to every target all revisions that it has not applied yet; returns how that came out. */
    public FleetSummary upgradeToHead() {
        return upgrade("head");
    }

    /** Applies {@code target} and all that it requires to every target; returns how that came out. */
    public FleetSummary upgrade(String target) {
        return run(migrator -> migrator.upgrade(target));
    }

    /** Takes back all that came after {@code target} on every target; returns how that came out. */
    public FleetSummary downgrade(String target) {
        return run(migrator -> migrator.downgrade(target));
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
                throw new LockTimeoutException(
                        "Interrupted while a fleet was being migrated. Each target is whole; run again to go on.",
                        Duration.ZERO);
            }
        }
        return new FleetSummary(upgraded, failed);
    }
}
