package dev.headway.internal.engine.step;

import dev.headway.database.Batches;
import dev.headway.database.SqlStatement;
import dev.headway.database.TemporarySetting;
import dev.headway.internal.engine.connection.Session;
import dev.headway.progress.BackfillProgress;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Runs single statements in a session. */
final class StatementRunner {
    private final Session session;
    private final Consumer<BackfillProgress> listener;

    StatementRunner(Session session, Consumer<BackfillProgress> listener) {
        this.session = session;
        this.listener = listener;
    }

    /** Runs statement {@code number} of a step. */
    void run(int number, SqlStatement statement) {
        try {
            run(statement, statement.settings());
        } catch (RowFailedException e) {
            throw new StatementFailedException(number, statement, e.rows(), 0, e.failure());
        } catch (SQLException | JdbiException e) {
            throw new StatementFailedException(number, statement, 0, e);
        }
    }

    /** Changes one setting after another, runs the statement, and sets the settings back, the last one first. */
    private void run(SqlStatement statement, List<TemporarySetting> settings) throws SQLException {
        if (settings.isEmpty()) {
            runAlone(statement);
            return;
        }
        TemporarySetting setting = settings.get(0);
        runAsWritten(setting.set());
        try {
            run(statement, settings.subList(1, settings.size()));
        } catch (SQLException | RuntimeException e) {
            try {
                runAsWritten(setting.reset());
            } catch (SQLException again) {
                // The rollback of the transaction resets it, or the connection is lost.
            }
            throw e;
        }
        runAsWritten(setting.reset());
    }

    private void runAlone(SqlStatement statement) throws SQLException {
        if (statement.rows().isEmpty()) {
            runAsWritten(statement.sql());
        } else {
            runWithArguments(statement);
        }
    }

    /** Runs the statement batch by batch; {@code commit} commits each batch. */
    void runBatches(int number, SqlStatement statement, Batches batches, Runnable commit) {
        BatchedStatement batched =
                new BatchedStatement(session.connection(), statement.sql(), batches, commit, listener);
        try {
            batched.run();
        } catch (SQLException | RuntimeException e) {
            throw new StatementFailedException(
                    number, statement, batched.progress().rows(), e);
        }
    }

    /** Bypasses JDBI, which would parse the text for parameters, and cache the result. */
    private void runAsWritten(String sql) throws SQLException {
        try (Statement statement = session.connection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** JDBI binds the arguments by their types; the driver finds their question marks. */
    private void runWithArguments(SqlStatement statement) {
        List<List<@Nullable Object>> rows = statement.rows();
        int parameters = rows.get(0).size();
        if (rows.size() == 1) {
            try (Update update = asWritten(session.handle().createUpdate(statement.sql()), parameters)) {
                bind(update, rows.get(0));
                update.execute();
            }
        } else {
            for (RowChunk chunk : RowChunk.of(rows)) {
                StepInterruptedException.check();
                send(statement.sql(), chunk, parameters);
            }
        }
    }

    /** Sends some of the rows. All rows at once would exceed the memory of a small JVM. */
    private void send(String sql, RowChunk chunk, int parameters) {
        try (PreparedBatch batch = asWritten(session.handle().prepareBatch(sql), parameters)) {
            for (List<@Nullable Object> row : chunk.rows()) {
                bind(batch, row);
                batch.add();
            }
            batch.execute();
        } catch (JdbiException e) {
            throw new RowFailedException(chunk.describe(e), e);
        }
    }

    private static <T extends org.jdbi.v3.core.statement.SqlStatement<T>> T asWritten(T statement, int parameters) {
        return statement.setTemplateEngine(TemplateEngine.NOP).setSqlParser(new PositionalParser(parameters));
    }

    private static <T extends org.jdbi.v3.core.statement.SqlStatement<T>> void bind(
            T statement, List<@Nullable Object> row) {
        for (int i = 0; i < row.size(); i++) {
            statement.bind(i, row.get(i));
        }
    }
}
