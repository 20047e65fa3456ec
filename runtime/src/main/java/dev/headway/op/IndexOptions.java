package dev.headway.op;

import dev.headway.schema.Index;
import dev.headway.schema.Index.Nulls;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What may follow {@code createIndex} and {@code dropIndex}. What it is sorted by comes in the order in which it is said. */
public final class IndexOptions {
    private final String name;
    private final String table;
    private final List<Index.Key> keys = new ArrayList<>();
    private final List<String> included = new ArrayList<>();
    private boolean unique;
    private boolean concurrently;
    private boolean ifExists;
    private boolean nullsNotDistinct;
    private @Nullable String method;
    private @Nullable String where;

    IndexOptions(String name, String table, String... columns) {
        this.name = name;
        this.table = table;
        for (String column : columns) {
            column(column);
        }
    }

    /** Sorts by a column next. */
    public IndexOptions column(String name) {
        keys.add(Index.Key.column(name));
        return this;
    }

    /** Sorts by a column next, compared as an operator class says (PostgreSQL: {@code jsonb_path_ops}). */
    public IndexOptions column(String name, String operatorClass) {
        keys.add(new Index.Key(name, false, operatorClass, false, null));
        return this;
    }

    /** Sorts by a column next, the largest first. */
    public IndexOptions descending(String column) {
        keys.add(new Index.Key(column, false, null, true, null));
        return this;
    }

    /** Sorts by an expression, in the SQL of the database, next. */
    public IndexOptions expression(String sql) {
        keys.add(Index.Key.expression(sql));
        return this;
    }

    /** Puts nulls first in what was said last. */
    public IndexOptions nullsFirst() {
        return nulls(Nulls.FIRST);
    }

    /** Puts nulls last in what was said last. */
    public IndexOptions nullsLast() {
        return nulls(Nulls.LAST);
    }

    private IndexOptions nulls(Nulls nulls) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException(
                    "Index '" + name + "' is on nothing yet: say first what it is sorted by, then where nulls come");
        }
        Index.Key last = keys.remove(keys.size() - 1);
        keys.add(new Index.Key(last.text(), last.expression(), last.operatorClass(), last.descending(), nulls));
        return this;
    }

    /** Says that no two rows may share the values. */
    public IndexOptions unique() {
        unique = true;
        return this;
    }

    /** Takes one null for another in a unique index (PostgreSQL 15). */
    public IndexOptions nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** Says how the index is kept, by the database's name for it, as in {@code gin}. */
    public IndexOptions using(String method) {
        this.method = method;
        return this;
    }

    /** Holds columns too that it is not sorted by. */
    public IndexOptions include(String... columns) {
        included.addAll(List.of(columns));
        return this;
    }

    /** Holds only rows for which a condition, in the SQL of the database, is true. */
    public IndexOptions where(String condition) {
        where = condition;
        return this;
    }

    /**
     * Keeps the table writable meanwhile, where the database offers that (PostgreSQL: <em>Building Indexes
     * Concurrently</em>); elsewhere it changes nothing. PostgreSQL refuses it inside a transaction, so a revision that
     * says it runs statement by statement, each in a transaction of its own.
     */
    public IndexOptions concurrently() {
        concurrently = true;
        return this;
    }

    /** Leaves an index of that name as it is. No downgrade can be derived. */
    public IndexOptions ifNotExists() {
        ifExists = true;
        return this;
    }

    /** Does nothing if the index is not there. No downgrade can be derived. */
    public IndexOptions ifExists() {
        ifExists = true;
        return this;
    }

    boolean isConcurrently() {
        return concurrently;
    }

    boolean isIfExists() {
        return ifExists;
    }

    boolean saysWhatItIsOn() {
        return !keys.isEmpty();
    }

    Index index() {
        return new Index(name, table, keys, unique, method, included, where, nullsNotDistinct);
    }
}
