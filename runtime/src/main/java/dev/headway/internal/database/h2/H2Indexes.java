package dev.headway.internal.database.h2;

import dev.headway.internal.database.Texts;
import dev.headway.schema.Index;
import dev.headway.schema.Index.Nulls;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * The indexes of H2's tables that no constraint brought along.
 *
 * @param names how their names read
 * @param schema the schema that their tables are named with, as it is stored; null for none
 */
record H2Indexes(H2Names names, @Nullable String schema) implements RowMapper<Index> {
    static final String SQL = """
            SELECT t.table_name,
                   i.index_name,
                   i.index_type_name,
                   i.nulls_distinct = 'NO' AS nulls_not_distinct,
                   ARRAY(SELECT c.column_name
                         FROM information_schema.index_columns c
                         WHERE c.table_name = i.table_name
                           AND c.index_schema = i.index_schema AND c.index_name = i.index_name
                         ORDER BY c.ordinal_position) AS columns,
                   ARRAY(SELECT c.ordering_specification || ' ' || c.null_ordering
                         FROM information_schema.index_columns c
                         WHERE c.table_name = i.table_name
                           AND c.index_schema = i.index_schema AND c.index_name = i.index_name
                         ORDER BY c.ordinal_position) AS orders
            FROM information_schema.indexes i
            JOIN information_schema.tables t ON t.table_schema = i.table_schema AND t.table_name = i.table_name
            WHERE NOT i.is_generated AND\s""" + H2Catalog.IN_SCOPE + """
            ORDER BY t.table_name, i.index_name""";

    @Override
    public Index map(ResultSet row, StatementContext context) throws SQLException {
        List<String> columns = names.allReadBack(row, "columns");
        List<String> orders = Texts.of(row, "orders");
        List<Index.Key> keys = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String order = orders.get(i);
            keys.add(new Index.Key(columns.get(i), false, null, order.startsWith("DESC"), nulls(order)));
        }
        String type = row.getString("index_type_name");
        return new Index(
                names.written(null, row.getString("index_name")),
                names.written(schema, row.getString(1)),
                keys,
                type.startsWith("UNIQUE"),
                method(type),
                List.of(),
                null,
                row.getBoolean("nulls_not_distinct"));
    }

    /** Returns where nulls come, if it is not where they come unless it is said: as the smallest value. */
    private static @Nullable Nulls nulls(String order) {
        return switch (order) {
            case "ASC LAST" -> Nulls.LAST;
            case "DESC FIRST" -> Nulls.FIRST;
            default -> null;
        };
    }

    /** Returns the kind of index in a name like {@code UNIQUE HASH INDEX}, if it says one. */
    private static @Nullable String method(String type) {
        String kind = type.replace("UNIQUE ", "").replace("INDEX", "").strip();
        return kind.isEmpty() ? null : kind.toLowerCase(Locale.ROOT);
    }
}
