package dev.headway.op;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps operations instead of running them. */
public final class RecordingSink implements Sink {
    private final List<Operation> operations = new ArrayList<>();

    /** Makes a sink that holds nothing yet. */
    public RecordingSink() {}

    @Override
    public void accept(Operation operation) {
        operations.add(operation);
    }

    @Override
    public Handle handle() {
        throw new NotRecordableException("handle()");
    }

    /** Returns what has come so far, in order. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }
}
