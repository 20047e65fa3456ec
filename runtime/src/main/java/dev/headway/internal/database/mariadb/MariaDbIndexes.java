package dev.headway.internal.database.mariadb;

import dev.headway.internal.database.Texts;
import dev.headway.schema.Index;
import dev.headway.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of MariaDB's and MySQL's tables that are no constraints.
 *
 * @param schema the schema that their tables are named with; null for none
 */
record MariaDbIndexes(@Nullable String schema) implements RowMapper<Index> {
    static final String SQL = """
            SELECT s.table_name,
                   s.index_name,
                   max(s.index_type) AS method,
                   max(s.non_unique) = 0 AS is_unique,
                   group_concat(concat(coalesce(s.collation, 'A'), coalesce(s.column_name, ''),
                                       CASE WHEN s.sub_part IS NULL THEN '' ELSE concat('(', s.sub_part, ')') END)
                                ORDER BY s.seq_in_index SEPARATOR '\u001f') AS columns,
                   max(s.sub_part IS NOT NULL) AS prefixed
            FROM information_schema.statistics s
            LEFT JOIN (SELECT DISTINCT k.table_name, k.constraint_name
                       FROM information_schema.table_constraints k
                       WHERE {k.table_schema}) k
              ON k.table_name = s.table_name AND k.constraint_name = s.index_name
            WHERE {s.table_schema} AND s.index_name <> 'PRIMARY'
            GROUP BY s.table_name, s.index_name
            HAVING max(k.constraint_name) IS NULL OR max(""" + MariaDbConstraints.MORE_THAN_UNIQUE + """
            )
            ORDER BY s.table_name, s.index_name""";

    @Override
    public Index map(ResultSet row, StatementContext context) throws SQLException {
        List<Index.Key> keys = new ArrayList<>();
        for (String column : Texts.separated(row, "columns")) {
            String text = column.substring(1);
            boolean prefix = row.getBoolean("prefixed") && text.endsWith(")");
            keys.add(new Index.Key(text, prefix, null, column.startsWith("D"), null));
        }
        String method = row.getString("method").toLowerCase(Locale.ROOT);
        return new Index(
                new QualifiedName(null, row.getString("index_name")).written(),
                new QualifiedName(schema, row.getString(1)).written(),
                keys,
                row.getBoolean("is_unique"),
                method.equals("btree") ? null : method,
                List.of(),
                null,
                false);
    }
}
