package dev.headway.engine;

import dev.headway.dialect.Dialect;
import dev.headway.op.Operation;
import dev.headway.op.Sink;
import org.jdbi.v3.core.Handle;

/** Runs operations on a database, statement by statement. */
final class LiveSink implements Sink {
    private final Dialect dialect;
    private final StepRecord record;
    private final Handle handle;

    LiveSink(Dialect dialect, StepRecord record, Handle handle) {
        this.dialect = dialect;
        this.record = record;
        this.handle = handle;
    }

    @Override
    public void accept(Operation operation) {
        dialect.render(operation).forEach(record::run);
    }

    @Override
    public Handle handle() {
        record.handleGiven();
        return handle;
    }
}
