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
    private final Handle handle;
    private boolean sessionChanged;

    LiveSink(Dialect dialect, StepRecord record, Handle handle) {
        this.dialect = dialect;
        this.record = record;
        this.handle = handle;
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
        return handle;
    }

    @Override
    public LiveSchema inspect() {
        return dialect.live(handle);
    }

    /** Undoes what concerns the connection rather than the database. */
    void resetSession() {
        if (sessionChanged) {
            dialect.resetTimeouts().forEach(handle::execute);
        }
    }
}
