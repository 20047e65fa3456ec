package dev.headway.catalog;

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
 * The indexes of MariaDB's and MySQL's tables that no constraint brought along.
 *
 * @param schema the schema that their tables are named with; null for none
 */
record MariaDbIndexes(@Nullable String schema) implements RowMapper<Index> {
    static final String SQL = """
            SELECT t.table_name,
                   s.index_name,
                   max(s.index_type) AS method,
                   group_concat(concat(coalesce(s.collation, 'A'), coalesce(s.column_name, ''),
                                       CASE WHEN s.sub_part IS NULL THEN '' ELSE concat('(', s.sub_part, ')') END)
                                ORDER BY s.seq_in_index SEPARATOR '\u001f') AS columns,
                   max(s.sub_part IS NOT NULL) AS prefixed
            FROM information_schema.statistics s
            JOIN information_schema.tables t ON t.table_schema = s.table_schema AND t.table_name = s.table_name
            WHERE NOT EXISTS (SELECT 1 FROM information_schema.table_constraints k
                              WHERE k.table_schema = s.table_schema AND k.table_name = s.table_name
                                AND k.constraint_name = s.index_name)
              AND\s""" + MariaDbCatalog.IN_SCOPE + """
            GROUP BY t.table_name, s.index_name
            ORDER BY t.table_name, s.index_name""";

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
                false,
                method.equals("btree") ? null : method,
                List.of(),
                null,
                false);
    }
}
