package dev.headway.internal.tooling.diff;

import static java.util.Collections.disjoint;

import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.QualifiedName;
import dev.headway.schema.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tables, each after the tables that it references.
 *
 * @param tables the tables in that order
 * @param deferred the foreign keys that close a cycle, so they reference later tables
 */
record TableOrder(List<Table> tables, List<KeyOfTable> deferred) {

    /**
     * A foreign key and its table.
     *
     * @param table the table
     * @param key its key
     */
    record KeyOfTable(String table, ForeignKey key) {}

    static TableOrder of(List<Table> tables) {
        Map<String, Table> left = new LinkedHashMap<>();
        tables.forEach(table -> left.put(table.name(), table));
        Map<String, Set<String>> waitsFor = new LinkedHashMap<>();
        for (Table table : tables) {
            Set<String> others = new LinkedHashSet<>();
            table.foreignKeys().forEach(key -> others.addAll(namesOf(key)));
            others.retainAll(left.keySet());
            others.remove(table.name());
            waitsFor.put(table.name(), others);
        }
        List<Table> ordered = new ArrayList<>();
        List<KeyOfTable> deferred = new ArrayList<>();
        while (!left.isEmpty()) {
            Table next = left.values().stream()
                    .filter(table ->
                            waitsFor.getOrDefault(table.name(), Set.of()).isEmpty())
                    .findFirst()
                    .orElseGet(() -> leastBound(left, waitsFor));
            next.foreignKeys().stream()
                    .filter(key -> !disjoint(waitsFor.getOrDefault(next.name(), Set.of()), namesOf(key)))
                    .forEach(key -> deferred.add(new KeyOfTable(next.name(), key)));
            ordered.add(next);
            left.remove(next.name());
            waitsFor.remove(next.name());
            waitsFor.values().forEach(others -> others.remove(next.name()));
        }
        return new TableOrder(ordered, deferred);
    }

    /** A database may report the current schema of a table that a key of another schema references. */
    private static List<String> namesOf(ForeignKey key) {
        return List.of(
                key.table(),
                QualifiedName.literally(QualifiedName.parse(key.table()).name()));
    }

    private static Table leastBound(Map<String, Table> left, Map<String, Set<String>> waitsFor) {
        return left.values().stream()
                .min((one, other) -> Integer.compare(
                        waitsFor.getOrDefault(one.name(), Set.of()).size(),
                        waitsFor.getOrDefault(other.name(), Set.of()).size()))
                .orElseThrow();
    }
}
