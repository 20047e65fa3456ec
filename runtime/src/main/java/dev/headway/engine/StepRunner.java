package dev.headway.engine;

import dev.headway.InvalidHistoryException;
import dev.headway.LockLostException;
import dev.headway.MigrationFailedException;
import dev.headway.dialect.Dialect;
import dev.headway.dialect.StepSession;
import dev.headway.engine.StepLog.Unfinished;
import dev.headway.graph.Step;
import dev.headway.progress.ProgressListener;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs prepared steps one after another in one session. */
final class StepRunner {
    private final Session session;
    private final Dialect dialect;
    private final ProgressListener listener;
    private final StepLog log;
    private final Map<String, Unfinished> unfinished;

    StepRunner(Session session, Dialect dialect, StepLog log, ProgressListener listener) {
        this.session = session;
        this.dialect = dialect;
        this.listener = listener;
        this.log = log;
        this.unfinished = log.unfinished();
    }

    /**
     * Refuses a step if an earlier try, of this or of another one, left the database in a state in which it cannot begin.
     *
     * @throws InvalidHistoryException that says how to clear it up
     */
    void requireClear(Step step) {
        for (Unfinished earlier : unfinished.values()) {
            earlier.obstacle(step).ifPresent(obstacle -> {
                throw new InvalidHistoryException(List.of(obstacle));
            });
        }
    }

    void run(PreparedStep prepared) throws SQLException {
        try (StepSession ready = dialect.open(session.connection(), prepared.operations())) {
            run(prepared, ready);
        }
    }

    private void run(PreparedStep prepared, StepSession ready) {
        Step step = prepared.step();
        long start = System.nanoTime();
        listener.stepStarted(step);
        StepRecord record = record(prepared);
        boolean interrupted = Thread.interrupted();
        record.begin();
        LiveSink sink = new LiveSink(dialect, record, session);
        int statements;
        try {
            InterruptedStepException.throwIf(interrupted);
            ready.begun();
            prepared.performOn(sink);
            ready.beforeCommit();
            sink.resetSession(); // before the commit: behind a pooler, what comes after it may meet another connection
            statements = record.done();
        } catch (Throwable e) {
            throw failed(step, record, sink, e);
        }
        listener.stepDone(step, statements, Duration.ofNanos(System.nanoTime() - start));
    }

    private StepRecord record(PreparedStep prepared) {
        Step step = prepared.step();
        StatementRunner runner = new StatementRunner(session, progress -> listener.batchDone(step, progress));
        @Nullable Unfinished earlier = unfinished.get(step.revision().id());
        boolean begun = earlier != null && earlier.statements() > 0;
        if (dialect.transactionalDdl() && !prepared.outsideTransaction() && !begun) {
            return new TransactionalStep(session, step, log, runner);
        }
        return new JournaledStep(session, dialect, step, log, runner, prepared.outsideTransaction(), earlier);
    }

    private MigrationFailedException failed(Step step, StepRecord record, LiveSink sink, Throwable cause) {
        Failure failure = new Failure(step, dialect, cause);
        int remaining = record.remaining();
        boolean handleUsed = record.handleUsed();
        List<RuntimeException> more = new ArrayList<>();
        try {
            record.failed(failure.reason());
            sink.resetSession();
            listener.stepFailed(step);
        } catch (LockLostException lost) { // which is why it failed, if the servers say no more than that it collided
            failure = new Failure(step, dialect, lost);
        } catch (RuntimeException e) {
            more.add(e);
        }
        MigrationFailedException told = failure.told(remaining, handleUsed, session.connection());
        more.forEach(told::addSuppressed);
        return told;
    }
}
