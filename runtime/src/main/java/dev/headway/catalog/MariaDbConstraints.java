package dev.headway.catalog;

import dev.headway.schema.Constraint;
import dev.headway.schema.Deferral;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** The constraints of MariaDB's and MySQL's tables: primary key, unique, foreign keys, checks, each by name. */
record MariaDbConstraints() implements RowMapper<Constraint> {
    /** Whether a check is what makes a text of its column json. */
    static final String IS_OF_JSON = "%1$s.level = 'Column' AND %1$s.check_clause ="
            + " concat('json_valid(`', replace(%1$s.constraint_name, '`', '``'), '`)')";

    private static final String SQL = """
            SELECT t.table_name,
                   k.constraint_name,
                   k.constraint_type,
                   (SELECT group_concat(u.column_name ORDER BY u.ordinal_position SEPARATOR '\u001f')
                    FROM information_schema.key_column_usage u
                    WHERE u.constraint_schema = k.constraint_schema AND u.table_name = k.table_name
                      AND u.constraint_name = k.constraint_name) AS columns,
                   (SELECT group_concat(u.referenced_column_name ORDER BY u.ordinal_position SEPARATOR '\u001f')
                    FROM information_schema.key_column_usage u
                    WHERE u.constraint_schema = k.constraint_schema AND u.table_name = k.table_name
                      AND u.constraint_name = k.constraint_name) AS referenced,
                   CASE WHEN r.unique_constraint_schema <> database() THEN r.unique_constraint_schema END
                       AS referenced_schema,
                   r.referenced_table_name,
                   r.delete_rule,
                   r.update_rule,
                   c.check_clause
            FROM information_schema.table_constraints k
            JOIN information_schema.tables t ON t.table_schema = k.table_schema AND t.table_name = k.table_name
            LEFT JOIN information_schema.referential_constraints r
              ON r.constraint_schema = k.constraint_schema AND r.table_name = k.table_name
             AND r.constraint_name = k.constraint_name
            LEFT JOIN information_schema.check_constraints c
              ON c.constraint_schema = k.constraint_schema AND c.constraint_name = k.constraint_name%s
            WHERE %s AND\s""" + MariaDbCatalog.IN_SCOPE + """
            ORDER BY t.table_name,
                     CASE k.constraint_type
                         WHEN 'PRIMARY KEY' THEN 1 WHEN 'UNIQUE' THEN 2 WHEN 'FOREIGN KEY' THEN 3 ELSE 4 END,
                     k.constraint_name""";

    /** Names of checks are a table's own on MariaDB. */
    static final String OF_MARIADB =
            SQL.formatted(" AND c.table_name = k.table_name", "NOT coalesce(" + IS_OF_JSON.formatted("c") + ", FALSE)");

    static final String OF_MYSQL = SQL.formatted("", "TRUE");

    @Override
    public Constraint map(ResultSet row, StatementContext context) throws SQLException {
        String name = row.getString("constraint_name");
        return switch (row.getString("constraint_type")) {
            case "PRIMARY KEY" -> new Constraint.PrimaryKey(name, Texts.separated(row, "columns"));
            case "UNIQUE" -> new Constraint.Unique(name, Texts.separated(row, "columns"));
            case "FOREIGN KEY" ->
                new Constraint.ForeignKey(
                        name,
                        Texts.separated(row, "columns"),
                        new QualifiedName(row.getString("referenced_schema"), row.getString("referenced_table_name"))
                                .written(),
                        Texts.separated(row, "referenced"),
                        action(row.getString("delete_rule")),
                        action(row.getString("update_rule")),
                        Deferral.NOT_DEFERRABLE,
                        true);
            default -> new Constraint.Check(name, row.getString("check_clause"), true);
        };
    }

    /** To refuse a change at once is all that InnoDB does, whatever it is called. */
    private static ReferentialAction action(String rule) {
        return rule.equals("RESTRICT")
                ? ReferentialAction.NO_ACTION
                : ReferentialAction.valueOf(rule.replace(' ', '_'));
    }
}
