package dev.headway.op;

import dev.headway.schema.Index;

/**
 * Adds keys to an index: the columns and expressions that it is sorted by, in this order.
 *
 * @param <T> the options that an index has as soon as it has a key
 * @since 0.1
 */
@FunctionalInterface
public interface IndexKeys<T> {

    /** Adds a key. */
    T key(Index.Key key);

    /** Adds a column. */
    default T column(String name) {
        return key(Index.Key.column(name));
    }

    /** Adds a column that is compared with an operator class (PostgreSQL: {@code jsonb_path_ops}). */
    default T column(String name, String operatorClass) {
        return key(new Index.Key(name, false, operatorClass, false, null));
    }

    /** Adds a column in descending order. */
    default T descending(String column) {
        return key(new Index.Key(column, false, null, true, null));
    }

    /** Adds an expression in the database's SQL. */
    default T expression(String sql) {
        return key(Index.Key.expression(sql));
    }
}
