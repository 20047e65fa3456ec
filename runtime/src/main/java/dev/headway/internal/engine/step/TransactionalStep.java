package dev.headway.internal.engine.step;

import dev.headway.database.DatabaseType;
import dev.headway.database.ShownStatement;
import dev.headway.database.SqlStatement;
import dev.headway.graph.Step;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.journal.LogTable;
import dev.headway.internal.engine.journal.RevisionTable;
import java.sql.Savepoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step that runs in one transaction, together with its record: it takes effect completely, or not at all. */
final class TransactionalStep implements StepExecution {
    private final DatabaseType type;
    private final Session session;
    private final Step step;
    private final LogTable log;
    private final StatementRunner runner;
    private final Instant start = Instant.now();
    private int statements;
    private @Nullable Savepoint begun;
    private boolean ended;

    TransactionalStep(DatabaseType type, Session session, Step step, LogTable log, StatementRunner runner) {
        this.type = type;
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
            throw new IllegalStateException("This statement cannot run inside a transaction: "
                    + ShownStatement.of(type, statement).text()
                    + ". Because the migration calls handle(), Headway could not detect this before the run. Move the"
                    + " statement to a revision of its own, or specify @Revision(transactional = false)");
        }
        runner.run(statements, statement);
    }

    @Override
    public void beforeHandle() {
        // The transaction includes the changes that the migration makes with the handle, unless the migration ends it.
        if (begun == null) {
            begun = session.setSavepoint();
        }
    }

    @Override
    public int complete() {
        if (begun != null && !session.release(begun)) {
            ended = true;
            throw new TransactionEndedException(step.revision().id());
        }
        session.restoreSettings(); // the record must not be written with a role of the migration
        RevisionTable.record(session.statements(), step);
        log.recordDone(step, start, statements);
        session.commit();
        return statements;
    }

    @Override
    public void fail(String error) {
        ended |= begun != null && !session.rollbackTo(begun);
        session.rollbackIfOpen();
        session.restoreSettings();
        if (ended) {
            log.recordEndedTransaction(step, start, error);
        } else {
            log.recordRollback(step, start, error);
        }
    }

    @Override
    public int completedStatements() {
        return 0;
    }

    @Override
    public boolean handleUsed() {
        return ended;
    }
}
