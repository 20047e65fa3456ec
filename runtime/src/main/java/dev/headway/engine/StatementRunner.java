package dev.headway.engine;

import dev.headway.dialect.SqlStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jdbi.v3.core.statement.Update;

/** Runs single statements on a handle. */
final class StatementRunner {
    private final Handle handle;

    StatementRunner(Handle handle) {
        this.handle = handle;
    }

    /** Runs the statement that is the {@code number}th of its step. */
    void run(int number, SqlStatement statement) {
        try {
            if (statement.arguments().isEmpty()) {
                runAsWritten(statement.sql());
            } else {
                runWithArguments(statement);
            }
        } catch (SQLException | JdbiException e) {
            throw new StatementFailure(number, statement.sql(), e);
        }
    }

    /** Passes JDBI by, which would look for parameters in the text, and keep what it found. */
    private void runAsWritten(String sql) throws SQLException {
        try (Statement statement = handle.getConnection().createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    private void runWithArguments(SqlStatement statement) {
        try (Update update = handle.createUpdate(statement.sql()).setTemplateEngine(TemplateEngine.NOP)) {
            for (int i = 0; i < statement.arguments().size(); i++) {
                update.bind(i, statement.arguments().get(i));
            }
            update.execute();
        }
    }
}
