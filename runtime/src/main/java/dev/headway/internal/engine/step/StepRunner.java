package dev.headway.internal.engine.step;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.SessionRules;
import dev.headway.database.StepSession;
import dev.headway.error.LockLostException;
import dev.headway.error.MigrationFailedException;
import dev.headway.error.PartiallyAppliedException;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.journal.PreviousAttempt;
import dev.headway.internal.engine.lock.MigrationLock;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Runs prepared steps one after another, in one session. */
public final class StepRunner {
    private final Session session;
    private final DetectedDatabase database;
    private final ProgressListener listener;
    private final MigrationLock lock;
    private final LogTable log;
    private final Map<String, PreviousAttempt> interrupted;

    /** Runs steps in the session of {@code lock}, and records them in {@code log}. */
    public StepRunner(MigrationLock lock, DetectedDatabase database, LogTable log, ProgressListener listener) {
        this.session = lock.working();
        this.lock = lock;
        this.database = database;
        this.listener = listener;
        this.log = log;
        this.interrupted = log.interrupted();
    }

    /**
     * Refuses a step if an interrupted step, of this or another revision, does not allow it.
     *
     * @throws PartiallyAppliedException which describes how to resolve the interrupted step
     */
    public void requireAllowed(Step step) {
        for (PreviousAttempt attempt : interrupted.values()) {
            attempt.refusal(step).ifPresent(refusal -> {
                throw new PartiallyAppliedException(refusal);
            });
        }
    }

    /**
     * Refuses a squash if a step of a revision that it replaces was interrupted.
     *
     * @param contents the ids of the revisions that it replaces, directly or through others
     * @throws PartiallyAppliedException which describes how to resolve the interrupted step
     */
    public void requireComplete(String squash, Set<String> contents) {
        PreviousAttempt.requireNone(interrupted.values(), squash, contents);
    }

    /** Runs a step. */
    public void run(PreparedStep prepared) throws SQLException {
        SessionRules rules = database.type().sessions();
        if (prepared.mayChangeSession(database.dialect().syntax())) {
            session.keepSettings(rules);
            if (prepared.hasStatement(database.dialect().syntax(), rules::leavesTraces)) {
                session.end();
            }
        }
        try (StepSession ready = rules.openStep(session.connection(), prepared.operations())) {
            run(prepared, ready);
        }
        session.restoreSettings();
    }

    private void run(PreparedStep prepared, StepSession ready) {
        Step step = prepared.step();
        long start = System.nanoTime();
        listener.stepStarted(step);
        StepExecution execution = execution(prepared);
        boolean threadInterrupted = Thread.interrupted();
        execution.begin();
        LiveSink sink = new LiveSink(database, execution, lock);
        int statements;
        try {
            StepInterruptedException.throwIf(threadInterrupted);
            ready.begun();
            prepared.performOn(sink);
            StepInterruptedException.check();
            ready.beforeCommit();
            sink.resetSession(); // before the commit: a pooler may provide another connection afterwards
            statements = execution.complete();
        } catch (Throwable e) {
            throw failure(step, execution, sink, e);
        }
        listener.stepDone(step, statements, Duration.ofNanos(System.nanoTime() - start));
    }

    private StepExecution execution(PreparedStep prepared) {
        Step step = prepared.step();
        StatementRunner runner = new StatementRunner(session, progress -> listener.batchDone(step, progress));
        PreviousAttempt previous = interrupted.getOrDefault(step.revision().id(), PreviousAttempt.none(step));
        if (database.dialect().transactionalDdl() && !prepared.outsideTransaction() && !previous.isPartial()) {
            return new TransactionalStep(database.type(), session, step, log, runner);
        }
        return new JournaledStep(lock, database, step, log, runner, prepared.outsideTransaction(), previous);
    }

    private MigrationFailedException failure(Step step, StepExecution execution, LiveSink sink, Throwable cause) {
        FailureReport report = new FailureReport(step, database, cause, sink.secretValues());
        List<RuntimeException> suppressed = new ArrayList<>();
        try {
            execution.fail(report.reason());
            sink.resetSession();
            listener.stepFailed(step);
        } catch (LockLostException lost) { // the cause of the failure, even if the servers only reported a conflict
            report = new FailureReport(step, database, lost, sink.secretValues());
        } catch (RuntimeException e) {
            suppressed.add(e);
        }
        MigrationFailedException failure =
                report.exception(execution.completedStatements(), execution.handleUsed(), session.connection());
        suppressed.forEach(failure::addSuppressed);
        return failure;
    }
}
