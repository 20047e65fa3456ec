package dev.headway.engine;

import dev.headway.InvalidHistoryException;
import dev.headway.MigrationFailedException;
import dev.headway.dialect.Dialect;
import dev.headway.engine.StepLog.Unfinished;
import dev.headway.graph.Step;
import dev.headway.progress.ProgressListener;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Runs prepared steps one after another on one handle. */
final class StepRunner {
    private final Handle handle;
    private final Dialect dialect;
    private final ProgressListener listener;
    private final StepLog log;
    private final Map<String, Unfinished> unfinished;

    StepRunner(Handle handle, Dialect dialect, ProgressListener listener) {
        this.handle = handle;
        this.dialect = dialect;
        this.listener = listener;
        this.log = new StepLog(handle, Executor.ofThisProcess());
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

    void run(PreparedStep prepared) {
        Step step = prepared.step();
        long start = System.nanoTime();
        listener.stepStarted(step);
        StepRecord record = record(prepared);
        record.begin();
        int statements;
        try {
            prepared.performOn(new LiveSink(dialect, record, handle));
            statements = record.done();
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw failed(step, record, e);
        }
        listener.stepDone(step, statements, Duration.ofNanos(System.nanoTime() - start));
    }

    private StepRecord record(PreparedStep prepared) {
        Step step = prepared.step();
        @Nullable Unfinished earlier = unfinished.get(step.revision().id());
        boolean begun = earlier != null && earlier.statements() > 0;
        if (dialect.transactionalDdl() && !prepared.outsideTransaction() && !begun) {
            return new TransactionalStep(handle, step, log);
        }
        return new JournaledStep(handle, step, log, prepared.outsideTransaction(), earlier);
    }

    private MigrationFailedException failed(Step step, StepRecord record, Throwable cause) {
        Failure failure = new Failure(step, dialect, cause);
        MigrationFailedException told = failure.told(record.remaining(), record.handleUsed());
        try {
            record.failed(failure.reason());
            listener.stepFailed(step);
        } catch (RuntimeException e) {
            told.addSuppressed(e);
        }
        return told;
    }
}
