package dev.headway.engine;

import dev.headway.dialect.Dialect;
import dev.headway.dialect.SqlStatement;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Sink;
import dev.headway.schema.LiveSchema;
import org.jdbi.v3.core.Handle;

/** Runs operations on a database, statement by statement. */
final class LiveSink implements Sink {
    private final Dialect dialect;
    private final StepRecord record;
    private final Session session;
    private boolean sessionChanged;

    LiveSink(Dialect dialect, StepRecord record, Session session) {
        this.dialect = dialect;
        this.record = record;
        this.session = session;
    }

    @Override
    public Database database() {
        return dialect.database();
    }

    @Override
    public void accept(Operation operation) {
        for (SqlStatement statement : dialect.render(operation, inspect())) {
            InterruptedStepException.check();
            sessionChanged |= statement.forSession();
            record.run(statement);
        }
    }

    @Override
    public Handle handle() {
        record.handleGiven();
        return session.handle();
    }

    @Override
    public LiveSchema inspect() {
        return dialect.live(session::handle);
    }

    /** Undoes what concerns the connection rather than the database. */
    void resetSession() {
        if (sessionChanged) {
            dialect.resetTimeouts().forEach(session.own()::update);
        }
    }
}
