package dev.headway.internal.database.h2;

import dev.headway.schema.Constraint;
import dev.headway.schema.Deferral;
import dev.headway.schema.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The constraints of H2's tables: primary key, unique, foreign keys, checks, each by name.
 *
 * @param names how their names read
 */
record H2Constraints(H2Names names) implements RowMapper<Constraint> {
    /**
     * The table that a foreign key points at has no schema if that is the current one and the table is in it too: H2 looks
     * for a table without a schema beside the one that points at it.
     *
     * <p>H2 tells the old name of a column of a key after it was renamed, until the database is opened again; the index of
     * the constraint has the new one.
     */
    static final String SQL = """
            SELECT t.table_name,
                   k.constraint_name,
                   k.constraint_type,
                   k.nulls_distinct = 'NO' AS nulls_not_distinct,
                   ARRAY(SELECT coalesce(c.column_name, x.column_name)
                         FROM information_schema.key_column_usage u
                         LEFT JOIN information_schema.columns c
                           ON c.table_schema = u.table_schema AND c.table_name = u.table_name
                          AND c.column_name = u.column_name
                         LEFT JOIN information_schema.index_columns x
                           ON x.table_name = k.table_name
                          AND x.index_schema = k.index_schema AND x.index_name = k.index_name
                          AND x.ordinal_position = u.ordinal_position
                         WHERE u.table_name = k.table_name
                           AND u.constraint_schema = k.constraint_schema AND u.constraint_name = k.constraint_name
                         ORDER BY u.ordinal_position) AS columns,
                   CASE WHEN p.table_schema <> current_schema OR p.table_schema <> t.table_schema
                        THEN p.table_schema END AS referenced_schema,
                   p.table_name AS referenced_table,
                   ARRAY(SELECT coalesce(c.column_name, x.column_name)
                         FROM information_schema.key_column_usage u
                         JOIN information_schema.key_column_usage d
                           ON d.table_name = p.table_name
                          AND d.constraint_schema = r.unique_constraint_schema
                          AND d.constraint_name = r.unique_constraint_name
                          AND d.ordinal_position = u.position_in_unique_constraint
                         LEFT JOIN information_schema.columns c
                           ON c.table_schema = d.table_schema AND c.table_name = d.table_name
                          AND c.column_name = d.column_name
                         LEFT JOIN information_schema.index_columns x
                           ON x.table_name = p.table_name
                          AND x.index_schema = p.index_schema AND x.index_name = p.index_name
                          AND x.ordinal_position = d.ordinal_position
                         WHERE u.table_name = k.table_name
                           AND u.constraint_schema = k.constraint_schema AND u.constraint_name = k.constraint_name
                         ORDER BY u.ordinal_position) AS referenced,
                   r.delete_rule,
                   r.update_rule,
                   c.check_clause
            FROM information_schema.table_constraints k
            JOIN information_schema.tables t ON t.table_schema = k.table_schema AND t.table_name = k.table_name
            LEFT JOIN information_schema.referential_constraints r
              ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name
            LEFT JOIN information_schema.table_constraints p
              ON p.constraint_schema = r.unique_constraint_schema AND p.constraint_name = r.unique_constraint_name
            LEFT JOIN information_schema.check_constraints c
              ON c.constraint_schema = k.constraint_schema AND c.constraint_name = k.constraint_name
            WHERE\s""" + H2Catalog.IN_SCOPE + """
            ORDER BY t.table_name,
                     CASE k.constraint_type
                         WHEN 'PRIMARY KEY' THEN 1 WHEN 'UNIQUE' THEN 2 WHEN 'FOREIGN KEY' THEN 3 ELSE 4 END,
                     k.constraint_name""";

    @Override
    public Constraint map(ResultSet row, StatementContext context) throws SQLException {
        String name = names.readBack(row, "constraint_name");
        return switch (row.getString("constraint_type")) {
            case "PRIMARY KEY" -> new Constraint.PrimaryKey(name, names.allReadBack(row, "columns"));
            case "UNIQUE" ->
                new Constraint.Unique(
                        name,
                        names.allReadBack(row, "columns"),
                        row.getBoolean("nulls_not_distinct"),
                        Deferral.NOT_DEFERRABLE);
            case "FOREIGN KEY" -> foreignKey(name, row);
            default -> new Constraint.Check(name, row.getString("check_clause"), true);
        };
    }

    private Constraint foreignKey(String name, ResultSet row) throws SQLException {
        return new Constraint.ForeignKey(
                name,
                names.allReadBack(row, "columns"),
                names.written(row.getString("referenced_schema"), row.getString("referenced_table")),
                names.allReadBack(row, "referenced"),
                action(row.getString("delete_rule")),
                action(row.getString("update_rule")),
                Deferral.NOT_DEFERRABLE,
                true);
    }

    private static ReferentialAction action(String rule) {
        return ReferentialAction.valueOf(rule.replace(' ', '_'));
    }
}
