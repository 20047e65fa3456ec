package dev.headway.schema;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param name its name
 * @param table the table
 * @param keys the columns and expressions that it is sorted by, at least one
 * @param unique whether it is unique
 * @param method the index method, such as {@code gin}; null for the default of the database
 * @param included further columns, which it is not sorted by
 * @param where the condition for rows that it contains; null for all rows
 * @param nullsNotDistinct whether a unique index treats nulls as equal
 * @since 0.1
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
    /** Refuses blank names and an empty list of keys. */
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

    /** Returns an index on columns in ascending order, without any option. */
    public static Index on(String name, String table, String... columns) {
        return new Index(
                name, table, Stream.of(columns).map(Key::column).toList(), false, null, List.of(), null, false);
    }

    /**
     * A column or an expression that an index is sorted by.
     *
     * @param text a column, or an expression in the SQL of the database
     * @param expression whether it is an expression
     * @param operatorClass the operator class (PostgreSQL), such as {@code jsonb_path_ops}; null for the default
     * @param descending whether the order is descending
     * @param nulls the position of nulls; null for the default of the database
     */
    public record Key(
            String text,
            boolean expression,
            @Nullable String operatorClass,
            boolean descending,
            @Nullable Nulls nulls) {
        /** Refuses a blank text. */
        public Key {
            if (text.isBlank()) {
                throw new IllegalArgumentException(
                        "The key of an index is a column or an expression and must not" + " be blank");
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

    /** The position of nulls. */
    public enum Nulls {
        /** Before all other values. */
        FIRST,
        /** After all other values. */
        LAST
    }
}
