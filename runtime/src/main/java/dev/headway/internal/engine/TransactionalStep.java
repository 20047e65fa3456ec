package dev.headway.internal.engine;

import dev.headway.database.SqlStatement;
import dev.headway.graph.Step;
import java.time.Instant;

/** One transaction for the whole step, its record included: it is done whole, or not at all. */
final class TransactionalStep implements StepRecord {
    private final Session session;
    private final Step step;
    private final StepLog log;
    private final StatementRunner runner;
    private final Instant start = Instant.now();
    private int statements;

    TransactionalStep(Session session, Step step, StepLog log, StatementRunner runner) {
        this.session = session;
        this.step = step;
        this.log = log;
        this.runner = runner;
    }

    @Override
    public void begin() {
        session.begin();
    }

    @Override
    public void run(SqlStatement statement) {
        statements++;
        if (!statement.transactional()) {
            throw new IllegalStateException("This statement cannot run inside a transaction: " + statement.sql()
                    + ". Since the migration asks for handle(), Headway could not see it coming; give it a revision of"
                    + " its own, or say @Revision(transactional = false)");
        }
        runner.run(statements, statement);
    }

    @Override
    public void handleGiven() {
        // What the migration does with the handle is part of the transaction.
    }

    @Override
    public int done() {
        HistoryTable.record(session.own(), step);
        log.done(step, start, statements);
        session.commit();
        return statements;
    }

    @Override
    public void failed(String error) {
        if (session.isInTransaction()) {
            session.rollback();
        }
        log.rolledBack(step, start, error);
    }

    @Override
    public int remaining() {
        return 0;
    }

    @Override
    public boolean handleUsed() {
        return false;
    }
}
