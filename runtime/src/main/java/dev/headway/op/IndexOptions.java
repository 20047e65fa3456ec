package dev.headway.op;

import dev.headway.schema.Index;
import dev.headway.schema.Index.Nulls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys and options that define an index.
 *
 * @param <T> the index with all of its options
 */
abstract class IndexOptions<T extends IndexOptions<T>> implements IndexKeys<T> {
    private final String name;
    private final String table;
    private final List<Index.Key> keys = new ArrayList<>();
    private final List<String> included = new ArrayList<>();
    private boolean unique;
    private boolean nullsNotDistinct;
    private @Nullable String method;
    private @Nullable String where;

    IndexOptions(String name, String table, List<String> columns) {
        this.name = name;
        this.table = table;
        columns.forEach(column -> keys.add(Index.Key.column(column)));
    }

    @Override
    public T key(Index.Key key) {
        keys.add(key);
        return self();
    }

    /** Sorts nulls first in the key that was added last. */
    public T nullsFirst() {
        return nulls(Nulls.FIRST);
    }

    /** Sorts nulls last in the key that was added last. */
    public T nullsLast() {
        return nulls(Nulls.LAST);
    }

    private T nulls(Nulls nulls) {
        Index.Key last = keys.remove(keys.size() - 1);
        Once.refuse(
                last.nulls() != null && last.nulls() != nulls,
                "The key " + last.text() + " of index '" + name + "'",
                "nullsFirst()",
                "nullsLast()");
        return key(new Index.Key(last.text(), last.expression(), last.operatorClass(), last.descending(), nulls));
    }

    /** Allows no two rows with the same values. */
    public T unique() {
        unique = true;
        return self();
    }

    /** Treats nulls as equal values (PostgreSQL 15). Implies {@link #unique()}. */
    public T nullsNotDistinct() {
        nullsNotDistinct = true;
        return unique();
    }

    /** Sets the index method by its name in the database, such as {@code gin}. */
    public T using(String method) {
        this.method = Once.set("using(…)", this.method, method);
        return self();
    }

    /** Stores more columns in the index, which is not sorted by them. */
    public T include(String column, String... more) {
        included.addAll(NameList.of(column, more));
        return self();
    }

    /** Indexes only rows for which a condition in the database's SQL is true. */
    public T where(String condition) {
        where = Once.set("where(…)", where, condition);
        return self();
    }

    abstract T self();

    Index index() {
        return new Index(name, table, keys, unique, method, included, where, nullsNotDistinct);
    }
}
