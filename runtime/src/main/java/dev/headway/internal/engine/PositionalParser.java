package dev.headway.internal.engine;

import org.jdbi.v3.core.statement.ParsedParameters;
import org.jdbi.v3.core.statement.ParsedSql;
import org.jdbi.v3.core.statement.SqlParser;
import org.jdbi.v3.core.statement.StatementContext;

/** Passes SQL on to the driver as it is. */
final class PositionalParser implements SqlParser {
    private final int parameters;

    /** Makes a parser of statements that have this many {@code ?}. */
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
