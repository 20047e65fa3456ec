package dev.headway.internal.engine.step;

import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/** Passes SQL to the driver unchanged. */
final class PositionalParser implements SqlParser {
    private final int parameters;

    /** Creates a parser for statements with this number of {@code ?}. */
    PositionalParser(int parameters) {
        this.parameters = parameters;
    }

    @Override
    public ParsedSql parse(String sql, StatementContext context) {
        return ParsedSql.of(sql, ParsedParameters.positional(parameters));
    }

    @Override
    public String nameParameter(String name, StatementContext context) {
        throw new UnsupportedOperationException("Parameters have no names here");
    }
}
