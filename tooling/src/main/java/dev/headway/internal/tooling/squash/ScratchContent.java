package dev.headway.internal.tooling.squash;

import dev.headway.database.Dialect;
import dev.headway.database.RowRules;
import dev.headway.internal.tooling.autogenerate.Selection;
import dev.headway.internal.tooling.scratch.ConnectedDatabase;
import dev.headway.schema.Column;
import dev.headway.schema.Schema;
import dev.headway.schema.Table;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The content of a scratch schema.
 *
 * @param schema the schema, without tables of migration tools
 * @param rows the rows by table, without empty tables
 */
record ScratchContent(Schema schema, Map<String, TableRows> rows) {
    /** Reads everything except the rows of some tables. */
    static ScratchContent of(ConnectedDatabase scratch, Set<String> withoutRows) throws SQLException {
        Schema schema = Selection.ALL.of(scratch.inspect().read());
        Map<String, TableRows> rows = new LinkedHashMap<>();
        for (Table table : schema.tables()) {
            if (!withoutRows.contains(table.name())) {
                TableRows read = rows(scratch, table);
                if (!read.isEmpty()) {
                    rows.put(table.name(), read);
                }
            }
        }
        return new ScratchContent(schema, rows);
    }

    TableRows rowsOf(String table) {
        return rows.getOrDefault(table, TableRows.none(table));
    }

    private static TableRows rows(ConnectedDatabase scratch, Table table) throws SQLException {
        RowRules rules = scratch.database().type().rows();
        Dialect dialect = scratch.database().dialect();
        List<Optional<String>> instants = table.columns().stream()
                .map(column -> rules.epochSeconds(column, dialect))
                .toList();
        List<String> values = new ArrayList<>();
        for (int i = 0; i < instants.size(); i++) {
            values.add(
                    instants.get(i).orElse(dialect.quote(table.columns().get(i).name())));
        }
        String sql = "SELECT " + String.join(", ", values) + " FROM " + dialect.qualified(table.name())
                + order(dialect, table);
        List<List<CellValue>> rows = new ArrayList<>();
        try (Statement statement = scratch.handle().getConnection().createStatement();
                ResultSet found = statement.executeQuery(sql)) {
            while (found.next()) {
                List<CellValue> row = new ArrayList<>();
                for (int i = 0; i < instants.size(); i++) {
                    boolean isInstant = instants.get(i).isPresent();
                    row.add(isInstant ? CellValue.readInstant(found, i + 1) : CellValue.read(found, i + 1));
                }
                rows.add(row);
            }
        }
        return new TableRows(
                table.name(), table.columns().stream().map(Column::name).toList(), rows);
    }

    private static String order(Dialect dialect, Table table) {
        return table.primaryKey()
                .map(key -> " ORDER BY "
                        + key.columns().stream().map(dialect::quote).collect(Collectors.joining(", ")))
                .orElse("");
    }
}
