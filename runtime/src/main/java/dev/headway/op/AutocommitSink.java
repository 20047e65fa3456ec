package dev.headway.op;

import dev.headway.op.Operation.Autocommit;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import org.jdbi.v3.core.Handle;

/** Marks operations to run outside a transaction, and passes them on. */
final class AutocommitSink implements Sink {
    private final Sink sink;

    AutocommitSink(Sink sink) {
        this.sink = sink;
    }

    @Override
    public Database database() {
        return sink.database();
    }

    @Override
    public SqlSyntax syntax() {
        return sink.syntax();
    }

    @Override
    public void accept(Operation operation) {
        sink.accept(new Autocommit(operation));
    }

    @Override
    public Handle handle() {
        return sink.handle();
    }

    @Override
    public LiveSchema inspect() {
        return sink.inspect();
    }
}
