package dev.headway.internal.engine.step;

import dev.headway.database.Batches;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.SqlStatement;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.journal.NextStatement;
import dev.headway.internal.engine.journal.PreviousAttempt;
import dev.headway.internal.engine.journal.RevisionTable;
import dev.headway.internal.engine.journal.StatementDigest;
import dev.headway.internal.engine.lock.MigrationLock;
import dev.headway.op.Operation;
import dev.headway.sql.SqlText;
import java.sql.Savepoint;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A step whose statements are committed one by one, because the database commits DDL at once, or because they must run outside
 * a transaction. Each completed statement is recorded before the next one runs, so the next attempt resumes after it. The last
 * statement is recorded together with the end of the step.
 */
final class JournaledStep implements StepExecution {
    /** How long statements about rows may share a transaction: a commit and a record for each takes longer than most of them. */
    private static final long SHARED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

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
    private int recorded;
    private NextStatement next;
    private @Nullable String nextDigest;
    private NextStatement recordedNext;
    private Instant begun = Instant.EPOCH;
    private boolean started;
    private boolean unrecorded;
    private boolean sharesTransaction;
    private long transactionStart;
    private boolean recordFailed;
    private boolean mayLackPrivileges;
    private @Nullable String digest = StatementDigest.NOTHING;
    private @Nullable String completedDigest;

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
        this.recorded = completed;
        this.next = previous.next();
        this.nextDigest = previous.nextDigest();
        this.recordedNext = next;
    }

    @Override
    public void begin() {
        begun = Instant.now();
    }

    /** The start is recorded together with the first statement, because a record of its own would cost a round trip. */
    private void start(NextStatement following, @Nullable String followingDigest) {
        if (started) {
            return;
        }
        beginTransaction();
        if (previous.keepsRow()) {
            row = previous.id();
        } else {
            row = log.recordStart(step, begun, completed, previous.digest(), following, followingDigest);
            recordedNext = following;
            if (!autocommit) {
                session.commitAndBegin();
            }
        }
        started = true;
        previous = previous.inRow(row);
    }

    @Override
    public void run(SqlStatement statement) {
        if (statement.forSession()) {
            record(next, nextDigest);
            runner.run(number, statement);
            return;
        }
        StatementInDoubt repeatable = StatementInDoubt.of(statement, database);
        boolean commits = statement.batches() == null && definitionsCommit() && !repeatable.isData();
        String following = digest == null ? null : StatementDigest.of(digest, statement.journalKey());
        if (previous.isPartial()) {
            start(next, nextDigest);
        }
        NextStatement state = commits ? NextStatement.BEGUN : NextStatement.UNTRIED;
        start(state, following);
        boolean joins = repeatable.isData() && statement.batches() == null && canJoinTransaction();
        if (!joins) {
            record(state, following);
        }
        number++;
        digest = following;
        switch (previous.treatment(number, digest)) {
            case SKIP -> {
                if (SqlText.of(statement.sql(), database.dialect().syntax()).setsSession()) {
                    runner.run(number, statement); // the session that it was executed in is gone
                    noticePrivileges(statement);
                }
                return;
            }
            case COUNT_AS_COMPLETED -> sharesTransaction = false;
            case CHECK -> execute(statement, repeatable, commits, true);
            case EXECUTE -> {
                if (joins) {
                    runInOpenTransaction(statement);
                } else {
                    execute(statement, repeatable, commits, false);
                }
            }
        }
        noticePrivileges(statement);
        completeStatement();
    }

    private void completeStatement() {
        next = NextStatement.UNTRIED;
        nextDigest = null;
        completed = number;
        completedDigest = digest;
        unrecorded = true;
        if (handleUsed()) { // the migration could roll the statement back
            record(next, nextDigest);
        }
    }

    @Override
    public void runNothing(Operation operation) {
        String following = digest == null ? null : StatementDigest.of(digest, operation.toString());
        if (following == null || !previous.contains(number + 1, following)) {
            return;
        }
        start(next, nextDigest);
        number++;
        digest = following;
        if (number > completed) {
            sharesTransaction = false;
            completeStatement();
        }
    }

    /** Returns whether the transaction of the last completed statement is open, and may get another statement about rows. */
    private boolean canJoinTransaction() {
        return unrecorded
                && sharesTransaction
                && !autocommit
                && !handleUsed()
                && !database.dialect().transactionalDdl()
                && System.nanoTime() - transactionStart < SHARED_NANOS;
    }

    /** If the statement fails, the completed ones before it stay, unless the database has rolled back all, as after a deadlock. */
    private void runInOpenTransaction(SqlStatement statement) {
        Savepoint before = session.setSavepoint();
        try {
            runner.run(number, statement);
        } catch (RuntimeException e) {
            if (!session.rollbackTo(before)) {
                completed = recorded;
                unrecorded = false;
            }
            throw e;
        }
    }

    private void noticePrivileges(SqlStatement statement) {
        mayLackPrivileges |=
                SqlText.of(statement.sql(), database.dialect().syntax()).setsPrivileges();
    }

    /** A role of the migration may not write Headway's tables. */
    private void withOwnPrivileges(Runnable work) {
        if (mayLackPrivileges) {
            session.runWithKeptSettings(database.type().sessions(), work);
        } else {
            work.run();
        }
    }

    private void execute(SqlStatement statement, StatementInDoubt repeatable, boolean commits, boolean mayHaveRun) {
        sharesTransaction = !commits && statement.batches() == null;
        if (statement.batches() != null) {
            runBatches(statement, statement.batches());
        } else if (repeatable.isData()) {
            if (autocommit) {
                session.begin();
            }
            withOwnPrivileges(lock::hold);
            transactionStart = System.nanoTime();
            runner.run(number, statement);
        } else if (mayHaveRun) {
            withOwnPrivileges(lock::requireHeld);
            repeatable.runAgain(number, step.revision().id(), database.read(session::handle), runner);
        } else {
            withOwnPrivileges(lock::requireHeld);
            runDefinition(statement, commits);
        }
    }

    /** Until the database has answered, it is unknown whether a statement that commits at once was executed. */
    private void runDefinition(SqlStatement statement, boolean commits) {
        if (commits) {
            if (recordedNext != NextStatement.BEGUN) {
                withOwnPrivileges(() -> log.recordBegun(row, digest));
                recordedNext = NextStatement.BEGUN;
            }
            next = NextStatement.BEGUN;
            nextDigest = digest;
        }
        try {
            runner.run(number, statement);
        } catch (StatementFailedException failure) {
            if (failure.isRefusal(database.type().errorCodes())) {
                next = NextStatement.UNTRIED;
                nextDigest = null;
            }
            throw failure;
        }
    }

    private boolean definitionsCommit() {
        return autocommit || !database.dialect().transactionalDdl();
    }

    /** Runs each batch in a transaction of its own, whether or not other statements run in transactions. */
    private void runBatches(SqlStatement statement, Batches batches) {
        if (autocommit) {
            session.begin();
        }
        runner.runBatches(number, statement, batches, () -> {
            withOwnPrivileges(lock::hold);
            session.commitAndBegin();
        });
        if (autocommit) {
            session.commit();
        }
    }

    @Override
    public void beforeHandle() {
        start(next, nextDigest);
        record(next, nextDigest);
        digest = null;
        // Not committed here: the record is committed or rolled back with the changes that the migration makes.
        withOwnPrivileges(() -> log.recordProgress(row, completed, digest, next, nextDigest));
    }

    /** Records the last completed statement, if it is not recorded, and what is known about the {@code following} one. */
    private void record(NextStatement following, @Nullable String followingDigest) {
        if (unrecorded) {
            bookkeep(() -> {
                withOwnPrivileges(
                        () -> log.recordProgress(row, completed, completedDigest, following, followingDigest));
                if (session.isInTransaction()) {
                    commit();
                }
            });
            unrecorded = false;
            recorded = completed;
            recordedNext = following;
            beginTransaction();
        }
    }

    @Override
    public int complete() {
        start(next, nextDigest);
        previous.requireAllStatements(number);
        bookkeep(() -> {
            session.restoreSettings(); // the record must not be written with a role of the migration
            if (!session.isInTransaction()) {
                session.begin();
            }
            lock.hold();
            RevisionTable.record(session.statements(), step);
            log.recordDone(row, Instant.now(), number, digest);
            session.commit();
        });
        return number;
    }

    /** If a record cannot be committed, the statement that shares its transaction isn't completed either. */
    private void bookkeep(Runnable records) {
        try {
            records.run();
        } catch (RuntimeException e) {
            recordFailed = true;
            if (sharesTransaction) {
                completed = recorded;
                unrecorded = false;
            }
            throw e;
        }
    }

    @Override
    public void fail(String error) {
        if (recordFailed && session.isInTransaction()) {
            session.rollback();
        }
        start(next, nextDigest);
        if (unrecorded) { // otherwise a transaction may be open in which the database refuses everything
            bookkeep(() -> {
                session.restoreSettings();
                mayLackPrivileges = false;
                record(next, nextDigest);
            });
        }
        if (session.isInTransaction()) {
            session.rollback();
        }
        session.restoreSettings();
        log.recordStop(row, Instant.now(), error, next);
    }

    @Override
    public int completedStatements() {
        return completed;
    }

    @Override
    public boolean handleUsed() {
        return digest == null;
    }

    private void commit() {
        if (autocommit) {
            session.commit();
        } else {
            session.commitAndBegin();
        }
    }

    private void beginTransaction() {
        if (!autocommit) {
            session.begin();
        }
    }
}
