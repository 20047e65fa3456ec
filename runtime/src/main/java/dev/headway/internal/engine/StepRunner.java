package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.StepSession;
import dev.headway.error.InvalidHistoryException;
import dev.headway.error.LockLostException;
import dev.headway.error.MigrationFailedException;
import dev.headway.graph.Step;
import dev.headway.internal.engine.StepLog.Unfinished;
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
    private final DetectedDatabase database;
    private final ProgressListener listener;
    private final StepLog log;
    private final Map<String, Unfinished> unfinished;

    StepRunner(Session session, DetectedDatabase database, StepLog log, ProgressListener listener) {
        this.session = session;
        this.database = database;
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
        try (StepSession ready = database.type().sessions().openStep(session.connection(), prepared.operations())) {
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
        LiveSink sink = new LiveSink(database, record, session);
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
        if (database.dialect().transactionalDdl() && !prepared.outsideTransaction() && !begun) {
            return new TransactionalStep(session, step, log, runner);
        }
        return new JournaledStep(session, database, step, log, runner, prepared.outsideTransaction(), earlier);
    }

    private MigrationFailedException failed(Step step, StepRecord record, LiveSink sink, Throwable cause) {
        Failure failure = new Failure(step, database, cause);
        int remaining = record.remaining();
        boolean handleUsed = record.handleUsed();
        List<RuntimeException> more = new ArrayList<>();
        try {
            record.failed(failure.reason());
            sink.resetSession();
            listener.stepFailed(step);
        } catch (LockLostException lost) { // which is why it failed, if the servers say no more than that it collided
            failure = new Failure(step, database, lost);
        } catch (RuntimeException e) {
            more.add(e);
        }
        MigrationFailedException told = failure.told(remaining, handleUsed, session.connection());
        more.forEach(told::addSuppressed);
        return told;
    }
}
