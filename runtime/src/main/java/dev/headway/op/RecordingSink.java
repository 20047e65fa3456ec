package dev.headway.op;

import dev.headway.error.NotRecordableException;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Keeps operations instead of running them. */
public final class RecordingSink implements Sink {
    private final Database database;
    private final SqlSyntax syntax;
    private final List<Operation> operations = new ArrayList<>();

    /** Makes a sink that holds nothing yet, for operations on {@code database}, which reads SQL by {@code syntax}. */
    public RecordingSink(Database database, SqlSyntax syntax) {
        this.database = database;
        this.syntax = syntax;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public SqlSyntax syntax() {
        return syntax;
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
