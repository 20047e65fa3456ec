package dev.headway.op;

/** What may follow {@code createIndex} and {@code dropIndex}. */
public final class IndexOptions {
    private boolean unique;
    private boolean concurrently;

    IndexOptions() {}

    /** Says that no two rows may share the values. */
    public IndexOptions unique() {
        unique = true;
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

    boolean isUnique() {
        return unique;
    }

    boolean isConcurrently() {
        return concurrently;
    }
}
