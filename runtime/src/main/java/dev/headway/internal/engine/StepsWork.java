package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.graph.Plan;
import dev.headway.graph.RevisionGraph;
import dev.headway.graph.Step;
import dev.headway.op.Directives;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Runs what a planner says is missing where some revisions are applied. */
final class StepsWork implements Locked.Work<Plan> {
    private final RevisionGraph graph;
    private final Function<Applied, Plan> planner;
    private final Function<Step, Directives> migrations;
    private final ProgressListener listener;

    StepsWork(
            RevisionGraph graph,
            Function<Applied, Plan> planner,
            Function<Step, Directives> migrations,
            ProgressListener listener) {
        this.graph = graph;
        this.planner = planner;
        this.migrations = migrations;
        this.listener = listener;
    }

    @Override
    public Plan on(Session session, DetectedDatabase database, Applied applied, StepLog log) throws SQLException {
        Plan plan = planner.apply(applied);
        StepRunner runner = new StepRunner(session, database, log, listener);
        List<PreparedStep> prepared = new ArrayList<>(plan.steps().size());
        for (Step step : plan.steps()) {
            runner.requireClear(step);
            prepared.add(PreparedStep.of(step, migrations.apply(step), database.dialect()));
        }
        settle(session, applied.ids(), log);
        if (!plan.isEmpty()) {
            listener.started(plan);
        }
        for (PreparedStep step : prepared) {
            runner.run(step);
        }
        if (!graph.replaced().isEmpty()) {
            settle(session, HistoryTable.read(session.connection()).ids(), log);
        }
        return plan;
    }

    /** Lets revisions take the place of those that they replace. */
    private void settle(Session session, Set<String> applied, StepLog log) {
        Set<String> settled = graph.effective(applied);
        if (!settled.equals(applied)) {
            Stamp stamp = new Stamp(graph, session.own(), log);
            session.inTransaction(() -> {
                stamp.from(applied, settled);
                return settled;
            });
        }
    }
}
