package dev.headway.internal.tooling.squash;

import dev.headway.database.DetectedDatabase;
import dev.headway.op.Operation;
import dev.headway.schema.Column;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plans the inserts and deletes of a squash, and finds the tables whose rows a squash cannot restore. */
final class RowPlan {
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_TEXT = 60_000;

    private final ScratchContent wanted;
    private final Map<String, Set<String>> unsteady = new HashMap<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final List<Operation> inserts = new ArrayList<>();
    private final List<Operation> deletes = new ArrayList<>();

    /**
     * Plans the rows.
     *
     * @param before the content before the range
     * @param wanted the content after the range
     * @param again the content after the range when it runs another time
     * @param there the content after the schema of the squash is applied, without its rows
     * @param lasting the tables that existed before the range
     */
    RowPlan(
            DetectedDatabase database,
            ScratchContent before,
            ScratchContent wanted,
            ScratchContent again,
            ScratchContent there,
            Set<String> lasting) {
        this.wanted = wanted;
        for (String table : tablesOf(wanted, again)) {
            steady(before, table, again.rowsOf(table));
        }
        Map<String, TableRows> missing = new LinkedHashMap<>();
        for (String table : tablesOf(wanted, there)) {
            Set<String> notCompared = unsteady(table);
            if (!there.rowsOf(table).beyond(wanted.rowsOf(table), notCompared).isEmpty()) {
                refused.putIfAbsent(table, "the range changes or deletes rows in it that exist before");
            }
            TableRows more = wanted.rowsOf(table).beyond(there.rowsOf(table), notCompared);
            if (!more.isEmpty()) {
                missing.put(table, more);
            }
        }
        int count =
                missing.values().stream().mapToInt(rows -> rows.rows().size()).sum();
        for (Table table : inOrder(wanted.schema().tables())) {
            TableRows more = missing.get(table.name());
            if (more != null && !refused.containsKey(table.name())) {
                boolean fresh = there.rowsOf(table.name()).isEmpty();
                plan(new SeedRows(database, table, more, unsteady(table.name()), fresh), more, count, lasting);
            }
        }
    }

    private static Set<String> tablesOf(ScratchContent one, ScratchContent other) {
        return Stream.concat(one.rows().keySet().stream(), other.rows().keySet().stream())
                .collect(Collectors.toSet());
    }

    private void steady(ScratchContent before, String name, TableRows again) {
        TableRows rows = wanted.rowsOf(name);
        if (rows.rows().size() != again.rows().size()) {
            refused.put(name, "it has another number of rows each time");
            return;
        }
        Set<String> differing = rows.differing(again);
        if (!rows.beyond(again, differing).isEmpty()) {
            refused.put(name, "it has other rows each time");
            return;
        }
        unsteady.put(name, differing);
        wanted.schema().tables().stream()
                .filter(table -> table.name().equals(name))
                .flatMap(table -> table.columns().stream())
                .filter(column -> differing.contains(column.name())
                        && !hasValueOfItsOwn(column)
                        && !rows.hasSame(column.name(), before.rowsOf(name)))
                .forEach(column -> refused.put(
                        name, column.name() + " has another value each time, and no default that would make it"));
    }

    private static boolean hasValueOfItsOwn(Column column) {
        return column.defaultValue() != null || column.identity() != null || column.generated() != null;
    }

    private void plan(SeedRows seeds, TableRows rows, int count, Set<String> lasting) {
        if (count > MOST_ROWS) {
            refused.put(rows.table(), rows.rows().size() + " rows of " + count + " are too many for a class");
        } else if (rows.rows().stream().flatMap(List::stream).anyMatch(RowPlan::isTooLong)) {
            refused.put(rows.table(), "a value is too long for a class");
        } else if (seeds.overtakesSequence()) {
            refused.put(rows.table(), "its rows bring numbers of their own, which its sequence knows nothing of");
        } else {
            inserts.addAll(seeds.inserts());
            if (lasting.contains(rows.table())) {
                deletes.addAll(0, seeds.deletes());
            }
        }
    }

    private static boolean isTooLong(CellValue cell) {
        return cell.text().getBytes(StandardCharsets.UTF_8).length > LONGEST_TEXT;
    }

    /** Returns tables, each after the tables that it references, except in cycles. */
    private static List<Table> inOrder(List<Table> tables) {
        Map<String, Table> left = new LinkedHashMap<>();
        tables.stream().sorted(Comparator.comparing(Table::name)).forEach(table -> left.put(table.name(), table));
        List<Table> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Table next = left.values().stream()
                    .filter(table -> table.foreignKeys().stream()
                            .map(ForeignKey::table)
                            .noneMatch(other -> left.containsKey(other) && !other.equals(table.name())))
                    .findFirst()
                    .orElseGet(() -> left.values().iterator().next());
            ordered.add(next);
            left.remove(next.name());
        }
        return ordered;
    }

    /** Returns the columns of a table whose values differ from run to run. */
    Set<String> unsteady(String table) {
        return unsteady.getOrDefault(table, Set.of());
    }

    /** Returns the tables whose rows cannot be inserted, with the reasons. */
    Map<String, String> refused() {
        return refused;
    }

    List<Operation> inserts() {
        return inserts;
    }

    List<Operation> deletes() {
        return deletes;
    }

    /** Returns the tables whose rows differ from those in a reading, ignoring values that differ from run to run. */
    List<String> differing(ScratchContent reading) {
        return tablesOf(wanted, reading).stream()
                .filter(table -> {
                    TableRows here = wanted.rowsOf(table);
                    TableRows there = reading.rowsOf(table);
                    return !here.beyond(there, unsteady(table)).isEmpty()
                            || !there.beyond(here, unsteady(table)).isEmpty();
                })
                .sorted()
                .toList();
    }
}
