package dev.headway.op;

import dev.headway.schema.LiveSchema;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps operations instead of running them. */
public final class RecordingSink implements Sink {
    private final Database database;
    private final List<Operation> operations = new ArrayList<>();

    /** Makes a sink that holds nothing yet, for operations on {@code database}. */
    public RecordingSink(Database database) {
        this.database = database;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public void accept(Operation operation) {
        operations.add(operation);
    }

    @Override
    public Handle handle() {
        throw new NotRecordableException("handle()");
    }

    @Override
    public LiveSchema inspect() {
        throw new NotRecordableException("inspect()");
    }

    /** Returns what has come so far, in order. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }
}
