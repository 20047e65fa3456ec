package dev.headway.autogenerate;

import dev.headway.database.Batches;
import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.database.SqlStatement;
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

/** Runs operations in a scratch place as {@link DirectSink} does, batches included: what they do to rows is wanted too. */
final class ReplaySink implements Sink {
    private final Handle handle;
    private final DetectedDatabase detected;
    private final Dialect dialect;
    private final DirectSink direct;

    ReplaySink(Handle handle, DetectedDatabase detected) {
        this.handle = handle;
        this.detected = detected;
        this.dialect = detected.dialect();
        this.direct = new DirectSink(handle, detected);
    }

    DetectedDatabase detected() {
        return detected;
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
        if (operation instanceof Backfill) {
            dialect.render(operation, inspect()).forEach(this::runInBatches);
        } else {
            direct.accept(operation);
        }
    }

    private void runInBatches(SqlStatement backfill) {
        Batches batches = backfill.batches();
        if (batches == null) {
            return;
        }
        try (Statement statement = handle.getConnection().createStatement()) {
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
            throw new ScratchException(backfill.sql(), e);
        }
    }

    /** One batch has all there is. */
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
        SqlText text = SqlText.of(sql, dialect.syntax());
        statement.executeUpdate(text.fill(batches.arguments().stream()
                .map(argument -> Long.toString(argument.equals("from") ? first : last))
                .toList()));
    }

    @Override
    public Handle handle() {
        return handle;
    }

    @Override
    public LiveSchema inspect() {
        return detected.read(() -> handle);
    }
}
