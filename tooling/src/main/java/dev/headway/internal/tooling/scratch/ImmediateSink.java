package dev.headway.internal.tooling.scratch;

import dev.headway.database.Dialect;
import dev.headway.database.ShownStatement;
import dev.headway.database.SqlStatement;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Operation.Autocommit;
import dev.headway.op.Operation.CreateIndex;
import dev.headway.op.Operation.DropIndex;
import dev.headway.op.Sink;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Runs operations immediately, in a schema that no other session uses: without a journal, and without options that let other
 * sessions continue, such as {@code concurrently}. Skips batches, which change rows and not the schema.
 */
public final class ImmediateSink implements Sink {
    private final ConnectedDatabase scratch;

    /** Runs operations in the schema that {@code scratch} works in. */
    public ImmediateSink(ConnectedDatabase scratch) {
        this.scratch = scratch;
    }

    private Dialect dialect() {
        return scratch.database().dialect();
    }

    @Override
    public Database database() {
        return dialect().database();
    }

    @Override
    public SqlSyntax syntax() {
        return dialect().syntax();
    }

    @Override
    public void accept(Operation operation) {
        for (SqlStatement statement : dialect().render(alone(operation), inspect())) {
            if (statement.batches() == null && !statement.forSession()) {
                runInSetting(statement);
            }
        }
    }

    private void runInSetting(SqlStatement statement) {
        statement.settingStatements().forEach(sql -> run(sql, statement));
        run(statement);
        statement.resettingStatements().forEach(sql -> run(sql, statement));
    }

    private static Operation alone(Operation operation) {
        if (operation instanceof Autocommit autocommit) {
            return alone(autocommit.operation());
        } else if (operation instanceof CreateIndex create) {
            return new CreateIndex(create.index(), false, create.ifNotExists());
        } else if (operation instanceof DropIndex drop) {
            return new DropIndex(drop.name(), drop.table(), drop.definition(), false, drop.ifExists());
        }
        return operation;
    }

    private void run(SqlStatement statement) {
        if (statement.rows().isEmpty()) {
            run(statement.sql(), statement);
        }
        SqlText text = SqlText.of(statement.sql(), syntax());
        for (List<@Nullable Object> row : statement.rows()) {
            run(filled(text, row, statement), statement);
        }
    }

    private String filled(SqlText text, List<@Nullable Object> row, SqlStatement statement) {
        try {
            return text.fill(row.stream().map(dialect()::literal).toList());
        } catch (IllegalArgumentException e) {
            if (statement.secret()) {
                throw new IllegalArgumentException("The arguments of a secret statement cannot be written as SQL");
            }
            throw e;
        }
    }

    private void run(String sql, SqlStatement rendered) {
        try (Statement statement = handle().getConnection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        } catch (SQLException e) {
            throw new FailedStatementException(
                    ShownStatement.of(scratch.database().type(), rendered), e);
        }
    }

    @Override
    public Handle handle() {
        Handle handle = scratch.handle();
        scratch.database().type().configure(handle);
        return handle;
    }

    @Override
    public LiveSchema inspect() {
        return scratch.inspect();
    }
}
