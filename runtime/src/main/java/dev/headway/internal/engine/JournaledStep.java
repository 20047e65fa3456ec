package dev.headway.internal.engine;

import dev.headway.database.Batches;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.SqlStatement;
import dev.headway.graph.Step;
import dev.headway.internal.engine.StepLog.Outcome;
import dev.headway.internal.engine.StepLog.Unfinished;
import dev.headway.schema.LiveSchema;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A step whose statements stay one by one: because the database commits DDL at once, or because they must run outside a
 * transaction. Each is noted in the log before anything else happens, so that the next try goes on behind it; the last one
 * together with the end of the step.
 */
final class JournaledStep implements StepRecord {
    private final Session session;
    private final DetectedDatabase database;
    private final Step step;
    private final StepLog log;
    private final StatementRunner runner;
    private final boolean autocommit;
    private final @Nullable Unfinished earlier;
    private long row;
    private int statements;
    private int inDatabase;
    private boolean unnoted;
    private boolean doubtful;
    private @Nullable String digest = Digest.NOTHING;

    /**
     * Goes on from an {@code earlier} try, if there is one.
     *
     * @param autocommit whether the statements run outside transactions; otherwise each shares one with its note
     */
    JournaledStep(
            Session session,
            DetectedDatabase database,
            Step step,
            StepLog log,
            StatementRunner runner,
            boolean autocommit,
            @Nullable Unfinished earlier) {
        this.session = session;
        this.database = database;
        this.step = step;
        this.log = log;
        this.runner = runner;
        this.autocommit = autocommit;
        this.earlier = earlier;
        this.inDatabase = earlier == null ? 0 : earlier.statements();
    }

    @Override
    public void begin() {
        String from = earlier == null ? Digest.NOTHING : earlier.digest();
        row = earlier != null && earlier.outcome() == Outcome.RUNNING
                ? earlier.id()
                : log.start(step, Instant.now(), inDatabase, from);
        beginTransaction();
    }

    @Override
    public void run(SqlStatement statement) {
        note();
        if (statement.forSession()) {
            runner.run(statements, statement);
            return;
        }
        statements++;
        digest = digest == null ? null : Digest.of(digest, statement.journalKey());
        if (earlier != null && statements <= earlier.statements()) {
            skip(earlier);
            return;
        }
        if (earlier != null && earlier.outcome() == Outcome.RESUMED && statements == earlier.statements() + 1) {
            ran();
            return;
        }
        if (statement.batches() != null) {
            runBatches(statement, statement.batches());
        } else {
            run(statement, StatementInDoubt.of(statement, database));
        }
        ran();
    }

    private void ran() {
        inDatabase = statements;
        unnoted = true;
    }

    private void run(SqlStatement statement, StatementInDoubt repetition) {
        if (!repetition.isOfData()) {
            log.requireLock();
        } else if (autocommit) {
            session.begin();
        }
        if (isInDoubt() && !repetition.isOfData()) {
            runAgain(statement, repetition);
        } else {
            runner.run(statements, statement);
        }
    }

    /** A process that died may have run the statement behind those that it noted. */
    private boolean isInDoubt() {
        return earlier != null && earlier.isInDoubt() && statements == earlier.statements() + 1;
    }

    private void runAgain(SqlStatement statement, StatementInDoubt repetition) {
        doubtful = true;
        LiveSchema live = database.read(session::handle);
        if (repetition.isThere(live)) {
            doubtful = false;
            return;
        }
        if (!repetition.tells(live)) {
            throw new CannotGoOnException("Its statement " + statements + " may have been run before the process died"
                    + " that tried it last, and running it again would not tell:\n  " + statement.sql()
                    + "\nLook whether what it does is there. If it is, say headway resume, and the next run goes on behind"
                    + " it; if it is not, say headway retry, and the next run begins with it.");
        }
        try {
            runner.run(statements, statement);
        } catch (StatementFailure failure) {
            if (!(failure.getCause() instanceof SQLException answer && repetition.wasDone(answer))) {
                throw failure;
            }
        }
        doubtful = false;
    }

    /** Each batch is in a transaction of its own, whatever the other statements are in. */
    private void runBatches(SqlStatement statement, Batches batches) {
        if (autocommit) {
            session.begin();
        }
        runner.runBatches(statements, statement, batches, () -> {
            log.requireLock();
            session.commit();
            session.begin();
        });
        if (autocommit) {
            session.commit();
        }
    }

    private void skip(Unfinished done) {
        if (statements == done.statements() && !Objects.equals(done.digest(), digest)) {
            throw new CannotGoOnException("Its first " + statements + " statements are in the database from an earlier"
                    + " try, but they are no longer the same, so it cannot go on behind them. Write them as they were,"
                    + " or " + StepLog.settle(row));
        }
    }

    @Override
    public void handleGiven() {
        note();
        digest = null;
        // Not committed here: the note stays, or is rolled back, with what the migration does.
        log.progress(row, inDatabase, digest);
    }

    private void note() {
        if (unnoted) {
            log.progress(row, inDatabase, digest);
            if (session.isInTransaction()) {
                session.commit();
            }
            unnoted = false;
            beginTransaction();
        }
    }

    @Override
    public int done() {
        if (earlier != null && statements < earlier.statements()) {
            throw new CannotGoOnException("It has fewer statements than the " + earlier.statements()
                    + " that are in the database from an earlier try. Write them as they were, or "
                    + StepLog.settle(row));
        }
        if (!session.isInTransaction()) {
            session.begin();
        }
        HistoryTable.record(session.own(), step);
        log.done(row, Instant.now(), statements, digest);
        session.commit();
        return statements;
    }

    @Override
    public void failed(String error) {
        note();
        if (session.isInTransaction()) {
            session.rollback();
        }
        log.end(row, Instant.now(), doubtful ? Outcome.DOUBTFUL : Outcome.FAILED, error);
    }

    @Override
    public int remaining() {
        return inDatabase;
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
