package dev.headway.examples.hsqldb;

import dev.headway.schema.Constraint;
import dev.headway.schema.Deferral;
import dev.headway.schema.ReferentialAction;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A row of the query for constraints. A constraint on several columns has several rows, in the order of its columns.
 *
 * @param name the name, as a migration writes it
 * @param type the type of the constraint, such as {@code PRIMARY KEY}
 * @param column the column; null for a CHECK constraint
 * @param condition the condition of a CHECK constraint
 * @param referencedTable the table that a foreign key references
 * @param referencedColumn the column that a foreign key references
 * @param onUpdate the action of a foreign key, as JDBC numbers it
 * @param onDelete the action of a foreign key, as JDBC numbers it
 */
record HsqldbConstraint(
        String name,
        String type,
        @Nullable String column,
        @Nullable String condition,
        @Nullable String referencedTable,
        @Nullable String referencedColumn,
        int onUpdate,
        int onDelete) {

    /** HSQLDB lists NOT NULL as generated CHECK constraints, which the column has already. */
    static final String SQL = """
            SELECT k.table_name, k.constraint_name, k.constraint_type, u.column_name, c.check_clause,
                   CASE WHEN x.pktable_schem <> current_schema THEN x.pktable_schem END AS referenced_schema,
                   x.pktable_name, x.pkcolumn_name, x.update_rule, x.delete_rule
            FROM information_schema.table_constraints k
            LEFT JOIN information_schema.key_column_usage u
              ON u.constraint_schema = k.constraint_schema AND u.constraint_name = k.constraint_name
            LEFT JOIN information_schema.check_constraints c
              ON c.constraint_schema = k.constraint_schema AND c.constraint_name = k.constraint_name
            LEFT JOIN information_schema.system_crossreference x
              ON x.fktable_schem = k.table_schema AND x.fk_name = k.constraint_name AND x.key_seq = u.ordinal_position
            WHERE k.table_schema = ? AND (CAST(? AS varchar(128)) IS NULL OR k.table_name = ?)
              AND NOT (k.constraint_name LIKE 'SYS*_CT*_%' ESCAPE '*'
                       AND c.check_clause LIKE '% IS NOT NULL' AND c.check_clause NOT LIKE '%(%')
            ORDER BY k.table_name,
                     CASE k.constraint_type
                       WHEN 'PRIMARY KEY' THEN 1 WHEN 'UNIQUE' THEN 2 WHEN 'FOREIGN KEY' THEN 3 ELSE 4 END,
                     k.constraint_name, u.ordinal_position""";

    static HsqldbConstraint read(ResultSet row, HsqldbNames names, UnaryOperator<String> expressions)
            throws SQLException {
        String condition = row.getString("check_clause");
        String column = row.getString("column_name");
        String referencedTable = row.getString("pktable_name");
        String referencedColumn = row.getString("pkcolumn_name");
        return new HsqldbConstraint(
                names.written(row.getString("constraint_name")),
                row.getString("constraint_type"),
                column == null ? null : names.written(column),
                condition == null ? null : expressions.apply(condition),
                referencedTable == null ? null : names.written(row.getString("referenced_schema"), referencedTable),
                referencedColumn == null ? null : names.written(referencedColumn),
                row.getInt("update_rule"),
                row.getInt("delete_rule"));
    }

    /** Joins the rows of one constraint. */
    static Constraint join(List<HsqldbConstraint> rows) {
        HsqldbConstraint first = rows.get(0);
        if (first.type.equals("CHECK")) {
            return new Constraint.Check(first.name, String.valueOf(first.condition), true);
        }
        List<String> columns =
                rows.stream().map(row -> String.valueOf(row.column)).toList();
        return switch (first.type) {
            case "PRIMARY KEY" -> new Constraint.PrimaryKey(first.name, columns);
            case "UNIQUE" -> new Constraint.Unique(first.name, columns, false, Deferral.NOT_DEFERRABLE);
            default ->
                new Constraint.ForeignKey(
                        first.name,
                        columns,
                        String.valueOf(first.referencedTable),
                        rows.stream()
                                .map(row -> String.valueOf(row.referencedColumn))
                                .toList(),
                        action(first.onDelete),
                        action(first.onUpdate),
                        Deferral.NOT_DEFERRABLE,
                        true);
        };
    }

    private static ReferentialAction action(int rule) {
        return switch (rule) {
            case DatabaseMetaData.importedKeyCascade -> ReferentialAction.CASCADE;
            case DatabaseMetaData.importedKeyRestrict -> ReferentialAction.RESTRICT;
            case DatabaseMetaData.importedKeySetNull -> ReferentialAction.SET_NULL;
            case DatabaseMetaData.importedKeySetDefault -> ReferentialAction.SET_DEFAULT;
            default -> ReferentialAction.NO_ACTION;
        };
    }
}
