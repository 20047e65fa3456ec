package dev.headway.internal.engine.step;

import dev.headway.database.SqlStatement;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.journal.RevisionTable;
import java.time.Instant;

/** A step that runs in one transaction, together with its record: it takes effect completely, or not at all. */
final class TransactionalStep implements StepExecution {
    private final Session session;
    private final Step step;
    private final LogTable log;
    private final StatementRunner runner;
    private final Instant start = Instant.now();
    private int statements;

    TransactionalStep(Session session, Step step, LogTable log, StatementRunner runner) {
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
                    + ". Because the migration calls handle(), Headway could not detect this before the run. Move the"
                    + " statement to a revision of its own, or specify @Revision(transactional = false)");
        }
        runner.run(statements, statement);
    }

    @Override
    public void beforeHandle() {
        // The transaction includes the changes that the migration makes with the handle.
    }

    @Override
    public int complete() {
        RevisionTable.record(session.statements(), step);
        log.recordDone(step, start, statements);
        session.commit();
        return statements;
    }

    @Override
    public void fail(String error) {
        if (session.isInTransaction()) {
            session.rollback();
        }
        log.recordRollback(step, start, error);
    }

    @Override
    public int completedStatements() {
        return 0;
    }

    @Override
    public boolean handleUsed() {
        return false;
    }
}
