package dev.headway.internal.database.mysqlfamily;

import dev.headway.schema.Constraint;
import dev.headway.schema.Constraint.ForeignKey;
import dev.headway.schema.Index;
import dev.headway.schema.LiveSchema;
import dev.headway.schema.Table;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The index of a foreign key. The database creates one, under the name of the key, unless an index or a key starts with its columns;
 * keys on the same columns share it.
 */
public record ForeignKeyIndex(Table table, ForeignKey key) {

    /** Returns whether an index that is no part of the foreign key starts with its columns. */
    public boolean isServedByAnother() {
        return table.indexes().stream()
                        .map(ForeignKeyIndex::columns)
                        .anyMatch(found -> startsWith(found, key.columns()))
                || table.constraints().stream()
                        .filter(constraint -> !(constraint instanceof ForeignKey))
                        .map(Constraint::columns)
                        .anyMatch(found -> startsWith(found, key.columns()));
    }

    /** Returns another foreign key that requires the index, and isn't dropped as well. */
    public Optional<ForeignKey> sharing(LiveSchema live) {
        Set<String> dropped = live instanceof IndexNames names ? names.dropped() : Set.of();
        return table.foreignKeys().stream()
                .filter(other ->
                        !Objects.equals(other.name(), key.name()) && !dropped.contains(String.valueOf(other.name())))
                .filter(other -> startsWith(key.columns(), other.columns()))
                .findFirst();
    }

    private static List<String> columns(Index index) {
        return index.keys().stream()
                .map(key -> key.expression() ? "" : key.text())
                .toList();
    }

    private static boolean startsWith(List<String> columns, List<String> start) {
        return columns.size() >= start.size()
                && columns.subList(0, start.size()).equals(start);
    }
}
