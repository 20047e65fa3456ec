package dev.headway.internal.tooling.squash;

import dev.headway.database.Batches;
import dev.headway.database.ShownStatement;
import dev.headway.database.SqlStatement;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.internal.tooling.scratch.FailedStatementException;
import dev.headway.internal.tooling.scratch.ImmediateSink;
import dev.headway.op.Database;
import dev.headway.op.Operation;
import dev.headway.op.Operation.Backfill;
import dev.headway.op.Sink;
import dev.headway.schema.LiveSchema;
import dev.headway.sql.SqlSyntax;
import dev.headway.sql.SqlText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;

/** Runs operations as {@link ImmediateSink} does, including batches, since rows are compared too. */
final class ReplaySink implements Sink {
    private final ConnectedDatabase scratch;
    private final ImmediateSink immediate;

    ReplaySink(ConnectedDatabase scratch) {
        this.scratch = scratch;
        this.immediate = new ImmediateSink(scratch);
    }

    ConnectedDatabase connected() {
        return scratch;
    }

    @Override
    public Database database() {
        return immediate.database();
    }

    @Override
    public SqlSyntax syntax() {
        return immediate.syntax();
    }

    @Override
    public void accept(Operation operation) {
        if (operation instanceof Backfill) {
            scratch.database().dialect().render(operation, inspect()).forEach(this::runInBatches);
        } else {
            immediate.accept(operation);
        }
    }

    private void runInBatches(SqlStatement backfill) {
        Batches batches = backfill.batches();
        if (batches == null) {
            return;
        }
        try (Statement statement = handle().getConnection().createStatement()) {
            statement.setEscapeProcessing(false);
            if (batches.key() != null) {
                runWhole(statement, backfill.sql(), batches, batches.key());
                return;
            }
            int changed = statement.executeUpdate(backfill.sql());
            while (changed > 0) {
                changed = statement.executeUpdate(backfill.sql());
            }
        } catch (SQLException e) {
            throw new FailedStatementException(
                    ShownStatement.of(scratch.database().type(), backfill), e);
        }
    }

    /** Runs a single batch with all rows. */
    private void runWhole(Statement statement, String sql, Batches batches, Batches.Key key) throws SQLException {
        long first;
        long last;
        try (ResultSet range = statement.executeQuery(key.range())) {
            range.next();
            first = range.getLong(1);
            last = range.getLong(2);
            if (range.wasNull()) {
                return;
            }
        }
        SqlText text = SqlText.of(sql, syntax());
        statement.executeUpdate(text.fill(batches.arguments().stream()
                .map(argument -> Long.toString(argument.equals("from") ? first : last))
                .toList()));
    }

    @Override
    public Handle handle() {
        return immediate.handle();
    }

    @Override
    public LiveSchema inspect() {
        return scratch.inspect();
    }
}
