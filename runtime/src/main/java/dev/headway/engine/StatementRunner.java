package dev.headway.engine;

import dev.headway.dialect.SqlStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
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

    /** Has JDBI bind the arguments, by their types; which question marks they stand for, the driver knows best. */
    private void runWithArguments(SqlStatement statement) {
        try (Update update = handle.createUpdate(statement.sql()).setTemplateEngine(TemplateEngine.NOP)) {
            update.configure(
                    SqlStatements.class,
                    config -> config.setSqlParser(
                            new AsWritten(statement.arguments().size())));
            for (int i = 0; i < statement.arguments().size(); i++) {
                update.bind(i, statement.arguments().get(i));
            }
            update.execute();
        }
    }

    /** Leaves SQL alone, where JDBI's own parser would take the {@code :1} of {@code list[1:1]} for a parameter. */
    private static final class AsWritten implements SqlParser {
        private final int parameters;

        AsWritten(int parameters) {
            this.parameters = parameters;
        }

        @Override
        public ParsedSql parse(String sql, StatementContext context) {
            return ParsedSql.of(sql, ParsedParameters.positional(parameters));
        }

        @Override
        public String nameParameter(String name, StatementContext context) {
            throw new UnsupportedOperationException("Parameters have no names here: " + name);
        }
    }
}
