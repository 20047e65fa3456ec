package dev.headway.internal.tooling.squash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The rows of a table.
 *
 * @param table the table
 * @param columns the names of its columns
 * @param rows the values of each row, in the order of the columns
 */
record TableRows(String table, List<String> columns, List<List<CellValue>> rows) {
    TableRows {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static TableRows none(String table) {
        return new TableRows(table, List.of(), List.of());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Returns whether a value contains one of these texts. */
    boolean contain(List<String> texts) {
        return rows.stream()
                .flatMap(List::stream)
                .anyMatch(cell -> texts.stream().anyMatch(cell.text()::contains));
    }

    /** Returns the values of a column. */
    List<CellValue> column(String name) {
        int place = columns.indexOf(name);
        return rows.stream().map(row -> row.get(place)).toList();
    }

    /** Returns these rows without some columns. */
    TableRows without(Set<String> unwanted) {
        List<String> left =
                columns.stream().filter(name -> !unwanted.contains(name)).toList();
        return new TableRows(
                table,
                left,
                rows.stream()
                        .map(row -> left.stream()
                                .map(name -> row.get(columns.indexOf(name)))
                                .toList())
                        .toList());
    }

    /** Returns the rows that others lack, counting duplicates. */
    TableRows beyond(TableRows others, Set<String> notCompared) {
        TableRows compared = without(notCompared);
        TableRows other = others.without(notCompared);
        Map<Set<String>, Integer> theirs = new HashMap<>();
        other.rows().forEach(row -> theirs.merge(named(other.columns(), row), 1, Integer::sum));
        List<List<CellValue>> beyond = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Set<String> row = named(compared.columns(), compared.rows().get(i));
            if (theirs.merge(row, -1, Integer::sum) < 0) {
                beyond.add(rows.get(i));
            }
        }
        return new TableRows(table, columns, beyond);
    }

    /** Independent of the order of columns. */
    private static Set<String> named(List<String> columns, List<CellValue> row) {
        Set<String> named = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            named.add(columns.get(i) + "=" + row.get(i));
        }
        return named;
    }

    /** Returns the columns whose values differ, ignoring the order of rows. */
    Set<String> differing(TableRows others) {
        return columns.stream().filter(name -> !hasSame(name, others)).collect(Collectors.toSet());
    }

    /** Returns whether others have this column with the same values, ignoring the order of rows. */
    boolean hasSame(String name, TableRows others) {
        return others.columns().contains(name) && sorted(column(name)).equals(sorted(others.column(name)));
    }

    private static List<String> sorted(List<CellValue> cells) {
        return cells.stream().map(CellValue::toString).sorted().toList();
    }
}
