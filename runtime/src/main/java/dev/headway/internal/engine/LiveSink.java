package dev.headway.internal.engine;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Sink;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import org.jdbi.v3.core.Handle;

/** Runs operations on a database, statement by statement. */
final class LiveSink implements Sink {
    private final DetectedDatabase database;
    private final Dialect dialect;
    private final StepRecord record;
    private final Session session;
    private boolean sessionChanged;

    LiveSink(DetectedDatabase database, StepRecord record, Session session) {
        this.database = database;
        this.dialect = database.dialect();
        this.record = record;
        this.session = session;
    }

    @Override
    public Database database() {
        return dialect.database();
    }

    @Override
    public SqlSyntax syntax() {
        return dialect.syntax();
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
        return database.read(session::handle);
    }

    /** Undoes what concerns the connection rather than the database. */
    void resetSession() {
        if (sessionChanged) {
            dialect.resetTimeouts().forEach(session.own()::update);
        }
    }
}
