package dev.headway.internal.database.mariadb;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The columns of MariaDB's and MySQL's tables.
 *
 * @param mySql whether a default is told as MySQL does: a constant without its quotes
 */
record MariaDbColumns(boolean mySql) implements RowMapper<Column> {
    private static final String SQL = """
            SELECT c.table_name,
                   c.column_name,
                   %s AS column_type,
                   c.is_nullable = 'YES' AS nullable,
                   c.column_default,
                   c.extra,
                   c.generation_expression,
                   CASE WHEN c.collation_name <> t.table_collation AND %s THEN c.collation_name END AS collation,
                   c.column_comment
            FROM information_schema.columns c
            JOIN (SELECT DISTINCT t.table_name, t.table_collation
                  FROM information_schema.tables t
                  WHERE {t.table_schema} AND t.table_type = 'BASE TABLE') t
              ON t.table_name = c.table_name
            %s
            WHERE {c.table_schema}
            ORDER BY c.table_name, c.ordinal_position""";

    /** What MariaDB calls json is a text with a check, by which it can be told. */
    static final String OF_MARIADB = SQL.formatted(
            "CASE WHEN j.constraint_name IS NULL THEN c.column_type ELSE 'json' END",
            "j.constraint_name IS NULL",
            """
            LEFT JOIN (SELECT DISTINCT j.table_name, j.constraint_name
                       FROM information_schema.check_constraints j
                       WHERE {j.constraint_schema} AND\s""" + MariaDbConstraints.IS_OF_JSON.formatted("j") + """
            ) j
              ON j.table_name = c.table_name AND j.constraint_name = c.column_name""");

    static final String OF_MYSQL = SQL.formatted("c.column_type", "TRUE", "");

    private static final Pattern ON_UPDATE = Pattern.compile("(?i)on update \\S+");

    @Override
    public Column map(ResultSet row, StatementContext context) throws SQLException {
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

    /** What an update without a value gives is told with the default, behind which it stands in a definition. */
    private @Nullable DefaultValue defaultValue(@Nullable String value, String extra) {
        Matcher onUpdate = ON_UPDATE.matcher(extra);
        if (onUpdate.find()) {
            return new DefaultValue.Expression((value == null ? "NULL" : value) + " " + onUpdate.group());
        } else if (value == null || value.equals("NULL")) {
            return null;
        } else if (mySql) {
            return new DefaultValue.Expression(
                    extra.contains("DEFAULT_GENERATED") ? value : "'" + value.replace("'", "''") + "'");
        }
        return new DefaultValue.Expression(value);
    }
}
