package dev.headway.internal.engine.step;

import dev.headway.database.Batches;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.SqlStatement;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.journal.PreviousAttempt;
import dev.headway.internal.engine.journal.RevisionTable;
import dev.headway.internal.engine.journal.StatementDigest;
import dev.headway.internal.engine.lock.MigrationLock;
import dev.headway.progress.Outcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step whose statements are committed one by one, because the database commits DDL at once, or because they must run outside
 * a transaction. Each completed statement is recorded before the next one runs, so the next attempt resumes after it. The last
 * statement is recorded together with the end of the step.
 */
final class JournaledStep implements StepExecution {
    private final Session session;
    private final DetectedDatabase database;
    private final Step step;
    private final MigrationLock lock;
    private final LogTable log;
    private final StatementRunner runner;
    private final boolean autocommit;
    private PreviousAttempt previous;
    private long row;
    private int number;
    private int completed;
    private boolean unrecorded;
    private boolean inDoubt;
    private @Nullable String digest = StatementDigest.NOTHING;

    /**
     * Resumes a {@code previous} attempt.
     *
     * @param autocommit whether the statements run outside transactions; otherwise each shares one with its record
     */
    JournaledStep(
            MigrationLock lock,
            DetectedDatabase database,
            Step step,
            LogTable log,
            StatementRunner runner,
            boolean autocommit,
            PreviousAttempt previous) {
        this.session = lock.working();
        this.lock = lock;
        this.database = database;
        this.step = step;
        this.log = log;
        this.runner = runner;
        this.autocommit = autocommit;
        this.previous = previous;
        this.completed = previous.statements();
    }

    @Override
    public void begin() {
        row = previous.keepsRow() ? previous.id() : log.recordStart(step, Instant.now(), completed, previous.digest());
        previous = previous.inRow(row);
        beginTransaction();
    }

    @Override
    public void run(SqlStatement statement) {
        record();
        if (statement.forSession()) {
            runner.run(number, statement);
            return;
        }
        number++;
        digest = digest == null ? null : StatementDigest.of(digest, statement.journalKey());
        switch (previous.treatment(number, digest)) {
            case SKIP -> {
                return;
            }
            case COUNT_AS_COMPLETED -> {}
            case CHECK -> execute(statement, true);
            case EXECUTE -> execute(statement, false);
        }
        completed = number;
        unrecorded = true;
    }

    private void execute(SqlStatement statement, boolean mayHaveRun) {
        if (statement.batches() != null) {
            runBatches(statement, statement.batches());
            return;
        }
        StatementInDoubt repeatable = StatementInDoubt.of(statement, database);
        if (repeatable.isData()) {
            if (autocommit) {
                session.begin();
            }
            lock.hold();
            runner.run(number, statement);
            return;
        }
        lock.requireHeld();
        if (mayHaveRun) {
            inDoubt = true;
            repeatable.runAgain(number, database.read(session::handle), runner);
            inDoubt = false;
        } else {
            runner.run(number, statement);
        }
    }

    /** Runs each batch in a transaction of its own, whether or not other statements run in transactions. */
    private void runBatches(SqlStatement statement, Batches batches) {
        if (autocommit) {
            session.begin();
        }
        runner.runBatches(number, statement, batches, () -> {
            lock.hold();
            session.commit();
            session.begin();
        });
        if (autocommit) {
            session.commit();
        }
    }

    @Override
    public void beforeHandle() {
        record();
        digest = null;
        // Not committed here: the record is committed or rolled back with the changes that the migration makes.
        log.recordProgress(row, completed, digest);
    }

    private void record() {
        if (unrecorded) {
            log.recordProgress(row, completed, digest);
            if (session.isInTransaction()) {
                session.commit();
            }
            unrecorded = false;
            beginTransaction();
        }
    }

    @Override
    public int complete() {
        previous.requireAllStatements(number);
        if (!session.isInTransaction()) {
            session.begin();
        }
        lock.hold();
        RevisionTable.record(session.statements(), step);
        log.recordDone(row, Instant.now(), number, digest);
        session.commit();
        return number;
    }

    @Override
    public void fail(String error) {
        record();
        if (session.isInTransaction()) {
            session.rollback();
        }
        log.recordStop(row, Instant.now(), inDoubt ? Outcome.DOUBTFUL : Outcome.FAILED, error);
    }

    @Override
    public int completedStatements() {
        return completed;
    }

    @Override
    public boolean handleUsed() {
        return digest == null;
    }

    private void beginTransaction() {
        if (!autocommit) {
            session.begin();
        }
    }
}
