package dev.headway.schema;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name its name
 * @param table the table
 * @param keys what it is sorted by, at least one
 * @param unique whether no two rows may share the values
 * @param method how it is kept, as in {@code gin}; null for the database's usual way
 * @param included columns that it holds without being sorted by them
 * @param where which rows it holds; null for all
 * @param nullsNotDistinct whether a unique index takes one null for another
 */
public record Index(
        String name,
        String table,
        List<Key> keys,
        boolean unique,
        @Nullable String method,
        List<String> included,
        @Nullable String where,
        boolean nullsNotDistinct) {
    /** Refuses blank names and no keys. */
    public Index {
        Name.require("An index", name);
        Name.require("The table of index '" + name + "'", table);
        keys = List.copyOf(keys);
        included = List.copyOf(included);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("Index '" + name + "' of table '" + table
                    + "' has no key: specify at least one column, or add .expression(\"…\")");
        }
    }

    /** Returns an index on columns, in ascending order, of which nothing else is said. */
    public static Index on(String name, String table, String... columns) {
        return new Index(
                name, table, Stream.of(columns).map(Key::column).toList(), false, null, List.of(), null, false);
    }

    /**
     * One thing that an index is sorted by.
     *
     * @param text a column, or an expression in the SQL of the database
     * @param expression whether it is an expression
     * @param operatorClass how values are compared, as in PostgreSQL's {@code jsonb_path_ops}; null for the usual way
     * @param descending whether the largest comes first
     * @param nulls where nulls come; null for where the database puts them
     */
    public record Key(
            String text,
            boolean expression,
            @Nullable String operatorClass,
            boolean descending,
            @Nullable Nulls nulls) {
        /** Refuses nothing to sort by. */
        public Key {
            if (text.isBlank()) {
                throw new IllegalArgumentException("An index is on a column or an expression, not on a blank");
            }
        }

        /** Returns a column in ascending order. */
        public static Key column(String name) {
            return new Key(name, false, null, false, null);
        }

        /** Returns an expression in ascending order. */
        public static Key expression(String sql) {
            return new Key(sql, true, null, false, null);
        }
    }

    /** Where nulls come. */
    public enum Nulls {
        /** Before all else. */
        FIRST,
        /** After all else. */
        LAST
    }
}
