package dev.headway.autogenerate;

import dev.headway.database.DetectedDatabase;
import dev.headway.database.Dialect;
import dev.headway.op.Database;
import dev.headway.schema.Column;
import dev.headway.schema.ColumnType.Native;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * What a scratch place has at a moment.
 *
 * @param schema its schema, without what tools keep for themselves
 * @param rows its rows, by table, without tables that have none
 */
record Snapshot(Schema schema, Map<String, TableRows> rows) {
    /** Reads all, but the rows of some tables. */
    static Snapshot of(Handle handle, DetectedDatabase detected, Set<String> withoutRows) throws SQLException {
        Schema schema = Selection.ALL.of(detected.read(() -> handle).read());
        Map<String, TableRows> rows = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            if (!withoutRows.contains(table.name())) {
                TableRows read = rows(handle, detected.dialect(), table);
                if (!read.isEmpty()) {
                    rows.put(table.name(), read);
                }
            }
        }
        return new Snapshot(schema, rows);
    }

    TableRows rowsOf(String table) {
        return rows.getOrDefault(table, TableRows.none(table));
    }

    private static TableRows rows(Handle handle, Dialect dialect, Table table) throws SQLException {
        List<String> columns = table.columns().stream().map(Column::name).toList();
        String order = table.primaryKey()
                .map(key -> " ORDER BY " + names(dialect, key.columns()))
                .orElse("");
        List<List<Cell>> rows = new ArrayList<>();
        try (Statement statement = handle.getConnection().createStatement();
                ResultSet found = statement.executeQuery(
                        "SELECT " + values(dialect, table) + " FROM " + dialect.qualified(table.name()) + order)) {
            while (found.next()) {
                List<Cell> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    boolean instant = isOfSession(dialect, table.columns().get(i - 1));
                    row.add(instant ? Cell.readInstant(found, i) : Cell.read(found, i));
                }
                rows.add(row);
            }
        }
        return new TableRows(table.name(), columns, rows);
    }

    private static String values(Dialect dialect, Table table) {
        return table.columns().stream()
                .map(column -> isOfSession(dialect, column)
                        ? "unix_timestamp(" + dialect.quote(column.name()) + ")"
                        : dialect.quote(column.name()))
                .collect(Collectors.joining(", "));
    }

    /** MariaDB shows a point on the time line in the time zone of the session, which the next session may not have. */
    private static boolean isOfSession(Dialect dialect, Column column) {
        return (dialect.database().equals(Database.MARIADB)
                        || dialect.database().equals(Database.MYSQL))
                && column.type() instanceof Native type
                && type.sql().startsWith("timestamp");
    }

    private static String names(Dialect dialect, List<String> columns) {
        return columns.stream().map(dialect::quote).collect(Collectors.joining(", "));
    }
}
