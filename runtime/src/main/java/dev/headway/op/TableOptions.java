package dev.headway.op;

/** What may follow {@code createTable}. */
public final class TableOptions {
    private boolean ifNotExists;

    TableOptions() {}

    /** Leaves a table of that name as it is. */
    public TableOptions ifNotExists() {
        ifNotExists = true;
        return this;
    }

    boolean isIfNotExists() {
        return ifNotExists;
    }
}
