package dev.headway.op;

import org.jspecify.annotations.Nullable;

/** What may follow {@code createTable}. */
public final class TableOptions {
    private boolean ifNotExists;
    private @Nullable String engine;
    private @Nullable String charset;

    TableOptions() {}

    /** Leaves a table of that name as it is. No downgrade can be derived. */
    public TableOptions ifNotExists() {
        ifNotExists = true;
        return this;
    }

    /** Says what keeps the table, on MariaDB and MySQL, as in {@code InnoDB}; elsewhere it changes nothing. */
    public TableOptions engine(String engine) {
        this.engine = engine;
        return this;
    }

    /** Says the encoding of texts, on MariaDB and MySQL, as in {@code utf8mb4}; elsewhere it changes nothing. */
    public TableOptions charset(String charset) {
        this.charset = charset;
        return this;
    }

    boolean isIfNotExists() {
        return ifNotExists;
    }

    @Nullable
    String engine() {
        return engine;
    }

    @Nullable
    String charset() {
        return charset;
    }
}
