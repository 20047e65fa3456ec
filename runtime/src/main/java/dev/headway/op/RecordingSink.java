package dev.headway.op;

import dev.headway.error.NotRecordableException;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Keeps operations instead of running them.
 *
 * @since 0.1
 */
public final class RecordingSink implements Sink {
    private final Database database;
    private final SqlSyntax syntax;
    private final List<Operation> operations = new ArrayList<>();

    /** Creates an empty sink for operations on {@code database}, which has this SQL {@code syntax}. */
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

    /** Returns the operations so far, in order. */
    public List<Operation> operations() {
        return List.copyOf(operations);
    }
}
