package dev.headway.engine;

import dev.headway.DatabaseAccessException;
import dev.headway.dialect.Dialect;
import dev.headway.dialect.Dialects;
import dev.headway.dialect.SqlStatement;
import dev.headway.graph.Plan;
import dev.headway.graph.Step;
import dev.headway.op.Directives;
import dev.headway.op.Operation.CreateTable;
import dev.headway.progress.ProgressListener;
import dev.headway.schema.Table;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * A run that has something to do: takes the lock, asks again what is applied, and runs the steps. A class of its own,
 * since its verification alone loads JDBI.
 */
final class LockedRun implements Function<Jdbi, Plan> {
    private final Function<Map<String, Instant>, Plan> planner;
    private final Function<Step, Directives> migrations;
    private final Duration lockTimeout;
    private final ProgressListener listener;

    /** Makes a run of what {@code planner} says is missing where these revisions are applied. */
    LockedRun(
            Function<Map<String, Instant>, Plan> planner,
            Function<Step, Directives> migrations,
            Duration lockTimeout,
            ProgressListener listener) {
        this.planner = planner;
        this.migrations = migrations;
        this.lockTimeout = lockTimeout;
        this.listener = listener;
    }

    @Override
    public Plan apply(Jdbi jdbi) {
        try {
            return runLocked(jdbi);
        } catch (ConnectionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseAccessException("Cannot get a connection, so nothing was run", refused);
            }
            throw e;
        } catch (JdbiException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw new DatabaseAccessException("Headway's own bookkeeping failed", refused);
            }
            throw e;
        }
    }

    @SuppressWarnings("try") // the lock is there to be held
    private Plan runLocked(Jdbi jdbi) {
        try (Session session = Session.open(jdbi)) {
            Handle handle = session.handle();
            Dialect dialect = Dialects.of(handle.getConnection());
            try (MigrationLock lock = MigrationLock.take(jdbi, session, dialect, lockTimeout, listener)) {
                createMissingTables(handle, dialect);
                Plan plan = planner.apply(HistoryTable.read(handle.getConnection()));
                run(plan, handle, dialect);
                return plan;
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException("Headway's own bookkeeping failed", e);
        }
    }

    private static void createMissingTables(Handle handle, Dialect dialect) throws SQLException {
        for (Table table : List.of(HistoryTable.DEFINITION, StepLog.DEFINITION)) {
            if (!Catalog.hasTable(handle.getConnection(), table.name())) {
                create(table, handle, dialect);
            }
        }
    }

    private static void create(Table table, Handle handle, Dialect dialect) {
        try (Statement statement = handle.getConnection().createStatement()) {
            for (SqlStatement sql : dialect.render(new CreateTable(table, false, null, null), dialect.live(handle))) {
                statement.execute(sql.sql());
            }
        } catch (SQLException e) {
            throw new DatabaseAccessException(
                    "Cannot create " + table.name() + ", one of Headway's own tables, so nothing was run", e);
        }
    }

    private void run(Plan plan, Handle handle, Dialect dialect) throws SQLException {
        StepRunner runner = new StepRunner(handle, dialect, listener);
        List<PreparedStep> prepared = new ArrayList<>(plan.steps().size());
        for (Step step : plan.steps()) {
            runner.requireClear(step);
            prepared.add(PreparedStep.of(step, migrations.apply(step), dialect));
        }
        if (!plan.isEmpty()) {
            listener.started(plan);
        }
        for (PreparedStep step : prepared) {
            runner.run(step);
        }
    }
}
