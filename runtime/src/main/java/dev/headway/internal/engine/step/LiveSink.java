package dev.headway.internal.engine.step;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.database.ShownStatement;
import dev.headway.database.SqlStatement;
import dev.headway.internal.engine.connection.Session;
import dev.headway.internal.engine.lock.MigrationLock;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Operation.Autocommit;
import dev.headway.op.Sink;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Runs operations on a database, statement by statement. */
final class LiveSink implements Sink {
    private final DetectedDatabase database;
    private final Dialect dialect;
    private final StepExecution execution;
    private final Session session;
    private final MigrationLock lock;
    private final List<String> secretValues = new ArrayList<>();
    private boolean sessionChanged;

    LiveSink(DetectedDatabase database, StepExecution execution, MigrationLock lock) {
        this.database = database;
        this.dialect = database.dialect();
        this.execution = execution;
        this.session = lock.working();
        this.lock = lock;
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
        List<SqlStatement> statements = dialect.render(operation, inspect());
        if (statements.isEmpty()) {
            execution.runNothing(operation instanceof Autocommit outside ? outside.operation() : operation);
        }
        for (SqlStatement statement : statements) {
            StepInterruptedException.check();
            lock.requireAlive();
            sessionChanged |= statement.forSession();
            if (statement.secret()) {
                secretValues.addAll(
                        ShownStatement.of(database.type(), statement).secretValues());
            }
            execution.run(statement);
        }
    }

    @Override
    public Handle handle() {
        lock.requireAlive();
        execution.beforeHandle();
        session.keepState();
        Handle handle = session.handle();
        database.type().configure(handle);
        return handle;
    }

    @Override
    public LiveSchema inspect() {
        return database.read(session::handle);
    }

    /** Returns the strings and arguments of the secret statements so far. */
    List<String> secretValues() {
        return List.copyOf(secretValues);
    }

    /** Resets the settings of the session that the migration changed. */
    void resetSession() {
        if (sessionChanged) {
            dialect.resetTimeouts().forEach(session.statements()::update);
        }
    }
}
