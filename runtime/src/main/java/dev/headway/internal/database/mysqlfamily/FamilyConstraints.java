package dev.headway.internal.database.mysqlfamily;

import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Constraint.PrimaryKey;
import dev.headway.schema.Constraint.Unique;
import dev.headway.schema.Deferral;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.ReferentialAction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads primary keys, unique constraints and foreign keys. */
final class FamilyConstraints {
    /**
     * One row for each column, since {@code group_concat} truncates. A unique key on expressions, on prefixes of columns or in
     * descending order is read as an index: a constraint can't express it.
     */
    private static final String SQL = """
            SELECT k.table_name,
                   k.constraint_name,
                   k.constraint_type,
                   u.column_name,
                   u.referenced_column_name,
                   CASE WHEN r.unique_constraint_schema <> database() THEN r.unique_constraint_schema END
                       AS referenced_schema,
                   r.referenced_table_name,
                   r.delete_rule,
                   r.update_rule
            FROM information_schema.table_constraints k
            LEFT JOIN (SELECT DISTINCT u.table_name, u.constraint_name, u.ordinal_position, u.column_name,
                              u.referenced_column_name
                       FROM information_schema.key_column_usage u
                       WHERE {u.table_schema}) u
              ON u.table_name = k.table_name AND u.constraint_name = k.constraint_name
                 AND (u.referenced_column_name IS NOT NULL) = (k.constraint_type = 'FOREIGN KEY')
            LEFT JOIN (SELECT DISTINCT r.table_name, r.constraint_name, r.unique_constraint_schema,
                              r.referenced_table_name, r.delete_rule, r.update_rule
                       FROM information_schema.referential_constraints r
                       WHERE {r.constraint_schema}) r
              ON r.table_name = k.table_name AND r.constraint_name = k.constraint_name
            LEFT JOIN (SELECT DISTINCT s.table_name, s.index_name
                       FROM information_schema.statistics s
                       WHERE {s.table_schema}
                         AND (s.collation = 'D' OR s.sub_part IS NOT NULL OR s.column_name IS NULL)) s
              ON s.table_name = k.table_name AND s.index_name = k.constraint_name
            WHERE {k.table_schema}
              AND k.constraint_type IN ('PRIMARY KEY', 'UNIQUE', 'FOREIGN KEY')
              AND (k.constraint_type <> 'UNIQUE' OR s.index_name IS NULL)
            ORDER BY k.table_name,
                     CASE k.constraint_type WHEN 'PRIMARY KEY' THEN 1 WHEN 'UNIQUE' THEN 2 ELSE 3 END,
                     k.constraint_name,
                     u.ordinal_position""";

    private FamilyConstraints() {}

    /** Returns the constraints of each table. */
    static Map<String, List<Constraint>> read(FamilyScope scope) {
        Map<String, List<Constraint>> constraints = new LinkedHashMap<>();
        scope.byTable(SQL, FamilyConstraints::row).forEach((table, rows) -> constraints.put(table, constraints(rows)));
        return constraints;
    }

    private static Row row(ResultSet row, StatementContext context) throws SQLException {
        return new Row(
                row.getString("constraint_type"),
                row.getString("constraint_name"),
                row.getString("column_name"),
                row.getString("referenced_column_name"),
                row.getString("referenced_schema"),
                row.getString("referenced_table_name"),
                row.getString("delete_rule"),
                row.getString("update_rule"));
    }

    private static List<Constraint> constraints(List<Row> rows) {
        Map<String, List<Row>> byName = new LinkedHashMap<>();
        rows.forEach(row -> byName.computeIfAbsent(row.type + row.name, name -> new ArrayList<>())
                .add(row));
        return byName.values().stream().map(FamilyConstraints::constraint).toList();
    }

    private static Constraint constraint(List<Row> rows) {
        Row row = rows.get(0);
        List<String> columns = rows.stream().map(Row::column).toList();
        return switch (row.type) {
            case "PRIMARY KEY" -> new PrimaryKey(row.name, columns);
            case "UNIQUE" -> new Unique(row.name, columns);
            default ->
                new ForeignKey(
                        row.name,
                        columns,
                        new QualifiedName(row.referencedSchema, Objects.requireNonNull(row.referencedTable)).written(),
                        rows.stream()
                                .map(each -> Objects.requireNonNull(each.referencedColumn))
                                .toList(),
                        action(row.onDelete),
                        action(row.onUpdate),
                        Deferral.NOT_DEFERRABLE,
                        true);
        };
    }

    /** InnoDB treats RESTRICT and NO ACTION alike. */
    private static ReferentialAction action(@Nullable String rule) {
        return rule == null || rule.equals("RESTRICT")
                ? ReferentialAction.NO_ACTION
                : ReferentialAction.valueOf(rule.replace(' ', '_'));
    }

    /** One column of a constraint. */
    private record Row(
            String type,
            String name,
            String column,
            @Nullable String referencedColumn,
            @Nullable String referencedSchema,
            @Nullable String referencedTable,
            @Nullable String onDelete,
            @Nullable String onUpdate) {}
}
