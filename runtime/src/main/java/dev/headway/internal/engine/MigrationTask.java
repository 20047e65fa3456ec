package dev.headway.internal.engine;

import dev.headway.graph.Direction;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.RevisionInfo;
import dev.headway.graph.Step;
import dev.headway.internal.engine.journal.AppliedRevisions;
import dev.headway.internal.engine.journal.RevisionTable;
import dev.headway.internal.engine.journal.Stamp;
import dev.headway.internal.engine.step.PreparedStep;
import dev.headway.internal.engine.step.StepRunner;
import dev.headway.op.Directives;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Runs the steps to a target, and replaces squashed revisions. All steps are prepared before the first one runs. */
final class MigrationTask implements LockedTask<Plan> {
    private final RevisionGraph graph;
    private final RunPlanner planner;
    private final Direction direction;
    private final String target;
    private final Function<Step, Directives> migrations;
    private final ProgressListener listener;

    MigrationTask(
            RevisionGraph graph,
            RunPlanner planner,
            Direction direction,
            String target,
            Function<Step, Directives> migrations,
            ProgressListener listener) {
        this.graph = graph;
        this.planner = planner;
        this.direction = direction;
        this.target = target;
        this.migrations = migrations;
        this.listener = listener;
    }

    @Override
    public Plan run(LockedSession locked, AppliedRevisions applied) throws SQLException {
        Plan plan = planner.plan(applied, direction, target);
        if (!planner.unknown(applied).isEmpty()) {
            return plan; // empty: another process has applied what this one doesn't know
        }
        StepRunner runner = new StepRunner(locked.lock(), locked.database(), locked.log(), listener);
        List<PreparedStep> prepared = prepare(plan, runner, locked);
        requireSquashesComplete(applied.ids(), runner);
        replaceSquashed(locked, applied.ids());
        if (!plan.isEmpty()) {
            listener.started(plan);
        }
        for (PreparedStep step : prepared) {
            runner.run(step);
        }
        if (!graph.replaced().isEmpty()) {
            replaceSquashed(locked, RevisionTable.read(locked.session()).ids());
        }
        return plan;
    }

    private List<PreparedStep> prepare(Plan plan, StepRunner runner, LockedSession locked) {
        List<PreparedStep> prepared = new ArrayList<>(plan.steps().size());
        for (Step step : plan.steps()) {
            runner.requireAllowed(step);
            runner.requireComplete(step.revision().id(), graph.contents(step.revision()));
            prepared.add(PreparedStep.of(
                    step, migrations.apply(step), locked.database().dialect()));
        }
        return prepared;
    }

    /** Refuses to record a squash if a revision that it replaces was reverted in part. */
    private void requireSquashesComplete(Set<String> applied, StepRunner runner) {
        for (RevisionInfo squash : graph.newSquashes(applied)) {
            runner.requireComplete(squash.id(), graph.contents(squash));
        }
    }

    /** Records a squashing revision as applied, instead of the revisions that it replaces, if those are applied. */
    private void replaceSquashed(LockedSession locked, Set<String> applied) {
        Set<String> effective = graph.effective(applied);
        if (!effective.equals(applied)) {
            Stamp stamp = new Stamp(graph, locked.session().statements(), locked.log());
            locked.session().inTransaction(() -> {
                stamp.replace(applied, effective);
                return effective;
            });
        }
    }
}
