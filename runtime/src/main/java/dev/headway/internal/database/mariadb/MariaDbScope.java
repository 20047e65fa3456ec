package dev.headway.internal.database.mariadb;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/**
 * The tables of MariaDB or MySQL that are asked about. MariaDB makes each table of its information schema anew for each query, of
 * all tables of all databases, unless a condition on that table itself says of which. So queries hold {@code {t.table_schema}}
 * for each: the column that has the schema, of a table that also has {@code table_name}. And MariaDB has no indexes on them, so
 * what is joined is grouped before.
 *
 * @param handle reaches the database
 * @param schema the schema; null for the one that the connection works in
 * @param table the table; null for all
 */
record MariaDbScope(
        Handle handle, @Nullable String schema, @Nullable String table) {
    private static final Pattern CONDITION = Pattern.compile("\\{(\\w+)\\.(\\w+)}");

    /** Returns what the rows of a query are, by the table that they belong to, which is the first column, in order. */
    <T> Map<String, List<T>> byTable(String sql, RowMapper<T> row) {
        Map<String, List<T>> found = new LinkedHashMap<>();
        try (Query query = handle.createQuery(conditioned(sql)).setTemplateEngine(TemplateEngine.NOP)) {
            query.bind("schema", schema);
            if (table != null) {
                query.bind("table", table);
            }
            query.map((rows, context) -> Map.entry(rows.getString(1), row.map(rows, context)))
                    .forEach(entry -> found.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return found;
    }

    private String conditioned(String sql) {
        String condition =
                "$1.$2 = coalesce(:schema, database())" + (table == null ? "" : " AND $1.table_name = :table");
        return CONDITION.matcher(sql).replaceAll(condition);
    }
}
