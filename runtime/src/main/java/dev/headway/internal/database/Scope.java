package dev.headway.internal.database;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.TemplateEngine;
import org.jspecify.annotations.Nullable;

/**
 * The tables that are asked about: all of a schema or one, by the same queries, so that reading many tables takes no more
 * queries than reading one.
 *
 * @param handle reaches the database
 * @param schema the schema, as the database stores its name; null for the one that the connection works in
 * @param table the table, as the database stores its name; null for all
 */
public record Scope(
        Handle handle, @Nullable String schema, @Nullable String table) {

    /**
     * Returns what the rows of a query are, by the table that they belong to, in order.
     *
     * @param sql a query whose first column is the name of the table, and whose parameters are the schema and, twice, the
     *     table
     */
    public <T> Map<String, List<T>> byTable(String sql, RowMapper<T> row) {
        Map<String, List<T>> found = new LinkedHashMap<>();
        try (Query query = handle.createQuery(sql).setTemplateEngine(TemplateEngine.NOP)) {
            query.bind(0, schema)
                    .bind(1, table)
                    .bind(2, table)
                    .map((rows, context) -> Map.entry(rows.getString(1), row.map(rows, context)))
                    .forEach(entry -> found.computeIfAbsent(entry.getKey(), name -> new ArrayList<>())
                            .add(entry.getValue()));
        }
        return found;
    }
}
