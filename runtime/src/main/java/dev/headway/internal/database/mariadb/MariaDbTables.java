package dev.headway.internal.database.mariadb;

import dev.headway.internal.database.mysqlfamily.FamilyCatalog.TableReader;
import dev.headway.internal.database.mysqlfamily.FamilyScope;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.Constraint;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads the columns and checks of MariaDB's tables. */
record MariaDbTables(FamilyScope scope) implements TableReader {
    /** Whether a check makes a text column json, which is text with such a check on MariaDB. */
    private static final String IS_OF_JSON = "%1$s.level = 'Column' AND %1$s.check_clause ="
            + " concat('json_valid(`', replace(%1$s.constraint_name, '`', '``'), '`)')";

    private static final String COLUMNS = """
            SELECT c.table_name,
                   c.column_name,
                   CASE WHEN j.constraint_name IS NULL THEN c.column_type ELSE 'json' END AS column_type,
                   c.is_nullable = 'YES' AS nullable,
                   c.column_default,
                   c.extra,
                   c.generation_expression,
                   CASE WHEN c.collation_name <> t.table_collation AND j.constraint_name IS NULL
                        THEN c.collation_name END AS collation,
                   c.column_comment
            FROM information_schema.columns c
            JOIN (SELECT DISTINCT t.table_name, t.table_collation
                  FROM information_schema.tables t
                  WHERE {t.table_schema} AND t.table_type = 'BASE TABLE') t
              ON t.table_name = c.table_name
            LEFT JOIN (SELECT DISTINCT j.table_name, j.constraint_name
                       FROM information_schema.check_constraints j
                       WHERE {j.constraint_schema} AND\s""" + IS_OF_JSON.formatted("j") + """
            ) j
              ON j.table_name = c.table_name AND j.constraint_name = c.column_name
            WHERE {c.table_schema}
            ORDER BY c.table_name, c.ordinal_position""";

    private static final String CHECKS = """
            SELECT DISTINCT c.table_name, c.constraint_name, c.check_clause
            FROM information_schema.check_constraints c
            WHERE {c.constraint_schema} AND NOT (\
            """ + IS_OF_JSON.formatted("c") + """
            )
            ORDER BY c.table_name, c.constraint_name""";

    private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update \\S+");

    @Override
    public Map<String, List<Column>> columns() {
        return scope.byTable(COLUMNS, MariaDbTables::column);
    }

    @Override
    public Map<String, List<Constraint>> checks() {
        return scope.byTable(
                CHECKS,
                (row, context) ->
                        new Constraint.Check(row.getString("constraint_name"), row.getString("check_clause"), true));
    }

    @Override
    public String expression(String table, String index, int position) {
        throw new IllegalStateException(
                "Index '" + index + "' of table '" + table + "' has no column at position " + position);
    }

    private static Column column(ResultSet row, StatementContext context) throws SQLException {
        String extra = row.getString("extra");
        boolean numbered = extra.contains("auto_increment");
        boolean generated = extra.contains("STORED GENERATED") || extra.contains("VIRTUAL GENERATED");
        String comment = row.getString("column_comment");
        return new Column(
                row.getString("column_name"),
                new ColumnType.Native(row.getString("column_type")),
                row.getBoolean("nullable"),
                numbered || generated ? null : defaultValue(row.getString("column_default"), extra),
                numbered ? Identity.BY_DEFAULT : null,
                generated ? new Generated(row.getString("generation_expression"), extra.contains("STORED")) : null,
                row.getString("collation"),
                comment.isEmpty() ? null : comment);
    }

    /** A definition has ON UPDATE after the default. */
    private static @Nullable DefaultValue defaultValue(@Nullable String value, String extra) {
        Matcher onUpdate = ON_UPDATE.matcher(extra);
        if (onUpdate.find()) {
            return new DefaultValue.Expression((value == null ? "NULL" : value) + " " + onUpdate.group());
        }
        return value == null || value.equals("NULL") ? null : new DefaultValue.Expression(value);
    }
}
