package dev.headway.internal.database.h2;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The columns of H2's tables.
 *
 * @param names how their names read
 */
record H2Columns(H2Names names) implements RowMapper<Column> {
    static final String SQL = """
            SELECT t.table_name,
                   c.column_name,
                   data_type_sql(t.table_schema, t.table_name, 'TABLE', c.dtd_identifier) AS type,
                   c.is_nullable = 'YES' AS nullable,
                   c.column_default,
                   c.identity_generation,
                   c.identity_start,
                   c.identity_increment,
                   c.generation_expression,
                   c.remarks
            FROM information_schema.columns c
            JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name
            WHERE\s""" + H2Catalog.IN_SCOPE + """
            ORDER BY t.table_name, c.ordinal_position""";

    @Override
    public Column map(ResultSet row, StatementContext context) throws SQLException {
        String defaultValue = row.getString("column_default");
        String identity = row.getString("identity_generation");
        String expression = row.getString("generation_expression");
        return new Column(
                names.readBack(row, "column_name"),
                new ColumnType.Native(row.getString("type")),
                row.getBoolean("nullable"),
                defaultValue == null ? null : new DefaultValue.Expression(defaultValue),
                identity == null
                        ? null
                        : new Identity(
                                identity.equals("ALWAYS"),
                                row.getLong("identity_start"),
                                row.getLong("identity_increment")),
                expression == null ? null : new Generated(expression, true),
                null,
                row.getString("remarks"));
    }
}
