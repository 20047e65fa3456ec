package dev.headway.op;

import dev.headway.op.Operation.DropIndex;
import dev.headway.schema.Index;
import org.jspecify.annotations.Nullable;

/**
 * Options of {@code dropIndex}.
 *
 * @since 0.1
 */
public final class DropIndexOptions {
    private final String name;
    private final @Nullable String table;
    private final @Nullable Index definition;
    private boolean concurrently;
    private boolean ifExists;

    DropIndexOptions(String name, @Nullable String table, @Nullable Index definition) {
        this.name = name;
        this.table = table;
        this.definition = definition;
    }

    /**
     * Keeps the table writable while the index is dropped, if the database can (PostgreSQL: <em>DROP INDEX
     * CONCURRENTLY</em>); other databases ignore it. PostgreSQL refuses it inside a transaction, so a revision with this
     * option runs each statement in a transaction of its own.
     */
    public DropIndexOptions concurrently() {
        concurrently = true;
        return this;
    }

    /** Does nothing if the index doesn't exist. No downgrade can be derived. */
    public DropIndexOptions ifExists() {
        ifExists = true;
        return this;
    }

    DropIndex operation() {
        return new DropIndex(name, table, definition, concurrently, ifExists);
    }
}
