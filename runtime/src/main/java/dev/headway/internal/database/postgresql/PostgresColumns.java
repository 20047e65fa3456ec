package dev.headway.internal.database.postgresql;

import dev.headway.schema.Column;
import dev.headway.schema.ColumnType;
import dev.headway.schema.DefaultValue;
import dev.headway.schema.Generated;
import dev.headway.schema.Identity;
import dev.headway.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The columns of PostgreSQL's tables. What can be said in two ways that mean the same reads the same: {@code timestamp(6)} is
 * {@code timestamp}, and {@code now()} is {@code CURRENT_TIMESTAMP}.
 */
final class PostgresColumns implements RowMapper<Column> {
    private static final Pattern FULL_PRECISION = Pattern.compile("^(time|timestamp|interval)\\(6\\)");

    /** What not all versions have is asked of the row as a JSON document, which has then no such key. */
    static final String SQL = """
            SELECT c.relname,
                   a.attname AS name,
                   format_type(a.atttypid, a.atttypmod) AS type,
                   a.attnotnull AS not_null,
                   pg_get_expr(d.adbin, d.adrelid) AS expression,
                   to_jsonb(a) ->> 'attgenerated' AS generated,
                   a.attidentity AS identity,
                   s.seqstart AS start,
                   s.seqincrement AS increment,
                   l.collname AS collation,
                   CASE WHEN NOT pg_collation_is_visible(l.oid) THEN ln.nspname END AS collation_schema,
                   col_description(a.attrelid, a.attnum) AS comment
            FROM pg_attribute a
            JOIN pg_class c ON c.oid = a.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
            LEFT JOIN pg_depend i ON a.attidentity <> '' AND i.deptype = 'i'
                AND i.classid = CAST('pg_class' AS regclass) AND i.refclassid = CAST('pg_class' AS regclass)
                AND i.refobjid = a.attrelid AND i.refobjsubid = a.attnum
            LEFT JOIN pg_sequence s ON s.seqrelid = i.objid
            LEFT JOIN pg_collation l ON l.oid = a.attcollation AND a.attcollation <> t.typcollation
            LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
            WHERE a.attnum > 0 AND NOT a.attisdropped AND\s""" + PostgresCatalog.IN_SCOPE + """
            ORDER BY c.relname, a.attnum""";

    @Override
    public Column map(ResultSet row, StatementContext context) throws SQLException {
        String identity = row.getString("identity");
        String generated = row.getString("generated");
        String expression = row.getString("expression");
        boolean computed = generated != null && !generated.isEmpty();
        return new Column(
                row.getString("name"),
                new ColumnType.Native(
                        FULL_PRECISION.matcher(row.getString("type")).replaceFirst("$1")),
                !row.getBoolean("not_null"),
                expression == null || computed ? null : new DefaultValue.Expression(spelledOneWay(expression)),
                identity.isEmpty()
                        ? null
                        : new Identity(identity.equals("a"), row.getLong("start"), row.getLong("increment")),
                computed ? new Generated(expression, generated.equals("s")) : null,
                collation(row),
                row.getString("comment"));
    }

    private static String spelledOneWay(String expression) {
        return expression.equals("now()") ? "CURRENT_TIMESTAMP" : expression;
    }

    private static @Nullable String collation(ResultSet row) throws SQLException {
        String name = row.getString("collation");
        return name == null ? null : new QualifiedName(row.getString("collation_schema"), name).written();
    }
}
