package dev.headway.internal.database.mysqlfamily;

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
 * The tables to read. For each query, MariaDB builds each table of its information schema anew from all tables of all databases,
 * unless a condition on that table itself restricts it. So queries contain {@code {t.table_schema}} for each such table: the column
 * with the schema, in a table that also has {@code table_name}. MariaDB has no indexes on them either, so queries join derived
 * tables.
 *
 * @param handle runs the queries
 * @param schema the schema; null for the one that the connection works in
 * @param table the table; null for all
 */
public record FamilyScope(
        Handle handle, @Nullable String schema, @Nullable String table) {
    private static final Pattern CONDITION = Pattern.compile("\\{(\\w+)\\.(\\w+)}");

    /** Returns the rows of a query, by the table that they belong to, which is the first column, in order. */
    public <T> Map<String, List<T>> byTable(String sql, RowMapper<T> row) {
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
