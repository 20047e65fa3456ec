package dev.headway.internal.database.mariadb;

import dev.headway.internal.database.Texts;
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

    /** A unique key that sorts downwards, or by the beginnings of texts, is more than a constraint can say. */
    static final String MORE_THAN_UNIQUE = "s.collation = 'D' OR s.sub_part IS NOT NULL";

    private static final String SQL = """
            SELECT k.table_name,
                   k.constraint_name,
                   k.constraint_type,
                   u.columns,
                   u.referenced,
                   CASE WHEN r.unique_constraint_schema <> database() THEN r.unique_constraint_schema END
                       AS referenced_schema,
                   r.referenced_table_name,
                   r.delete_rule,
                   r.update_rule,
                   c.check_clause
            FROM information_schema.table_constraints k
            LEFT JOIN (SELECT u.table_name, u.constraint_name,
                              group_concat(u.column_name ORDER BY u.ordinal_position SEPARATOR '\u001f') AS columns,
                              group_concat(u.referenced_column_name ORDER BY u.ordinal_position SEPARATOR '\u001f')
                                  AS referenced
                       FROM information_schema.key_column_usage u
                       WHERE {u.table_schema}
                       GROUP BY u.table_name, u.constraint_name) u
              ON u.table_name = k.table_name AND u.constraint_name = k.constraint_name
            LEFT JOIN (SELECT DISTINCT r.table_name, r.constraint_name, r.unique_constraint_schema,
                              r.referenced_table_name, r.delete_rule, r.update_rule
                       FROM information_schema.referential_constraints r
                       WHERE {r.constraint_schema}) r
              ON r.table_name = k.table_name AND r.constraint_name = k.constraint_name
            LEFT JOIN (SELECT DISTINCT s.table_name, s.index_name
                       FROM information_schema.statistics s
                       WHERE {s.table_schema} AND (""" + MORE_THAN_UNIQUE + """
            )) s
              ON s.table_name = k.table_name AND s.index_name = k.constraint_name
            LEFT JOIN (%s) c
              ON %s c.constraint_name = k.constraint_name
            WHERE {k.table_schema}
              AND (k.constraint_type <> 'UNIQUE' OR s.index_name IS NULL)
              AND NOT (k.constraint_type = 'CHECK' AND c.of_json)
            ORDER BY k.table_name,
                     CASE k.constraint_type
                         WHEN 'PRIMARY KEY' THEN 1 WHEN 'UNIQUE' THEN 2 WHEN 'FOREIGN KEY' THEN 3 ELSE 4 END,
                     k.constraint_name""";

    /** Names of checks are a table's own on MariaDB. */
    static final String OF_MARIADB = SQL.formatted(
            "SELECT DISTINCT c.table_name, c.constraint_name, c.check_clause, " + IS_OF_JSON.formatted("c")
                    + " AS of_json FROM information_schema.check_constraints c WHERE {c.constraint_schema}",
            "c.table_name = k.table_name AND");

    static final String OF_MYSQL = SQL.formatted(
            "SELECT DISTINCT c.constraint_name, c.check_clause, FALSE AS of_json"
                    + " FROM information_schema.check_constraints c"
                    + " WHERE c.constraint_schema = coalesce(:schema, database())",
            "");

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
