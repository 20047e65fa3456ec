package dev.headway.internal.database;

import dev.headway.schema.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Sequences, whose limits are null where they are the usual ones.
 *
 * @param written makes the name that a migration writes of the one that is stored
 */
public record SequenceRow(UnaryOperator<String> written) implements RowMapper<Sequence> {

    @Override
    public Sequence map(ResultSet row, StatementContext context) throws SQLException {
        return new Sequence(
                written.apply(row.getString("name")),
                row.getLong("start_value"),
                row.getLong("increment"),
                row.getObject("minimum", Long.class),
                row.getObject("maximum", Long.class),
                row.getBoolean("cycle"));
    }
}
