package dev.headway.internal.database.postgresql;

import dev.headway.internal.database.Texts;
import dev.headway.schema.Index;
import dev.headway.schema.Index.Nulls;
import dev.headway.schema.QualifiedName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The indexes of PostgreSQL's tables that no constraint brought along. */
final class PostgresIndexes implements RowMapper<Index> {
    static final String SQL = """
            SELECT c.relname,
                   ic.relname AS name,
                   i.indisunique AS is_unique,
                   nullif(m.amname, 'btree') AS method,
                   CAST(to_jsonb(i) ->> 'indnullsnotdistinct' AS boolean) AS nulls_not_distinct,
                   pg_get_expr(i.indpred, i.indrelid) AS predicate,
                   i.indnkeyatts AS keys,
                   ARRAY(SELECT CAST(a.attname AS text)
                         FROM generate_series(1, i.indnatts) u (position)
                         LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[u.position - 1]
                         ORDER BY u.position) AS columns,
                   ARRAY(SELECT pg_get_indexdef(i.indexrelid, u.position, false)
                         FROM generate_series(1, i.indnkeyatts) u (position)
                         ORDER BY u.position) AS expressions,
                   ARRAY(SELECT CASE WHEN o.opcdefault THEN NULL
                                     WHEN pg_opclass_is_visible(o.oid) THEN o.opcname
                                     ELSE n.nspname || '.' || o.opcname END
                         FROM generate_series(1, i.indnkeyatts) u (position)
                         JOIN pg_opclass o ON o.oid = i.indclass[u.position - 1]
                         JOIN pg_namespace n ON n.oid = o.opcnamespace
                         ORDER BY u.position) AS operator_classes,
                   ARRAY(SELECT i.indoption[u.position - 1]
                         FROM generate_series(1, i.indnkeyatts) u (position)
                         ORDER BY u.position) AS options
            FROM pg_index i
            JOIN pg_class ic ON ic.oid = i.indexrelid
            JOIN pg_am m ON m.oid = ic.relam
            JOIN pg_class c ON c.oid = i.indrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT EXISTS (SELECT FROM pg_constraint k
                              WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
              AND\s""" + PostgresCatalog.IN_SCOPE + """
            ORDER BY c.relname, ic.relname""";

    private static final int DESCENDING = 1;
    private static final int NULLS_FIRST = 2;

    private final @Nullable String schema;

    /** Reads indexes of tables that are named with {@code schema}, or without one. */
    PostgresIndexes(@Nullable String schema) {
        this.schema = schema;
    }

    @Override
    public Index map(ResultSet row, StatementContext context) throws SQLException {
        List<@Nullable String> columns = Texts.of(row, "columns");
        List<String> expressions = Texts.of(row, "expressions");
        List<@Nullable String> operatorClasses = Texts.of(row, "operator_classes");
        List<String> options = Texts.of(row, "options");
        List<Index.Key> keys = new ArrayList<>();
        for (int i = 0; i < row.getInt("keys"); i++) {
            @Nullable String column = columns.get(i);
            int option = Integer.parseInt(options.get(i));
            keys.add(new Index.Key(
                    column == null ? expressions.get(i) : column,
                    column == null,
                    operatorClasses.get(i),
                    (option & DESCENDING) != 0,
                    nulls(option)));
        }
        return new Index(
                QualifiedName.literally(row.getString("name")),
                new QualifiedName(schema, row.getString(1)).written(),
                keys,
                row.getBoolean("is_unique"),
                row.getString("method"),
                columns.subList(keys.size(), columns.size()),
                row.getString("predicate"),
                row.getBoolean("nulls_not_distinct"));
    }

    /** Returns where nulls come, if it is not where they come unless it is said: behind all else, in the order there is. */
    private static @Nullable Nulls nulls(int option) {
        boolean first = (option & NULLS_FIRST) != 0;
        boolean descending = (option & DESCENDING) != 0;
        if (first == descending) {
            return null;
        }
        return first ? Nulls.FIRST : Nulls.LAST;
    }
}
