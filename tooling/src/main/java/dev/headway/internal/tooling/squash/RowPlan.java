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

/** What a squash must do to rows so that they are as the revisions of its range leave them, and why it cannot where it cannot. */
final class RowPlan {
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_TEXT = 60_000;

    private final ScratchContent wanted;
    private final Map<String, Set<String>> unsteady = new HashMap<>();
    private final Map<String, String> refused = new TreeMap<>();
    private final List<Operation> inserts = new ArrayList<>();
    private final List<Operation> deletes = new ArrayList<>();

    /**
     * Plans what separates rows.
     *
     * @param before what was there before the range
     * @param wanted what the revisions of the range leave
     * @param again what they leave if they run another time
     * @param there what is there once the schema is as it is to be
     * @param lasting tables that were there before
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
                refused.putIfAbsent(table, "the range changes or deletes rows in it that are there before");
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

    /** Returns tables so that each comes behind those that its keys point at, as far as those do not point back. */
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

    /** Returns the columns of a table that have other values each time that the revisions run. */
    Set<String> unsteady(String table) {
        return unsteady.getOrDefault(table, Set.of());
    }

    /** Returns why the rows of some tables cannot be inserted, by table. */
    Map<String, String> refused() {
        return refused;
    }

    List<Operation> inserts() {
        return inserts;
    }

    List<Operation> deletes() {
        return deletes;
    }

    /** Returns the tables whose rows are others than in a reading, but for what is other each time. */
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
