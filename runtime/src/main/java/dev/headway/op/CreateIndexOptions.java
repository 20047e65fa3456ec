package dev.headway.op;

import dev.headway.op.Operation.CreateIndex;
import java.util.List;

/**
 * Options of {@code createIndex}.
 *
 * @since 0.1
 */
public final class CreateIndexOptions extends IndexOptions<CreateIndexOptions> {
    private boolean concurrently;
    private boolean ifNotExists;

    CreateIndexOptions(String name, String table, List<String> columns) {
        super(name, table, columns);
    }

    /**
     * Keeps the table writable while the index is built, if the database can (PostgreSQL: <em>Building Indexes
     * Concurrently</em>); other databases ignore it. PostgreSQL refuses it inside a transaction, so a revision with this
     * option runs each statement in a transaction of its own.
     */
    public CreateIndexOptions concurrently() {
        concurrently = true;
        return this;
    }

    /** Keeps an existing index of that name as it is. No downgrade can be derived. */
    public CreateIndexOptions ifNotExists() {
        ifNotExists = true;
        return this;
    }

    @Override
    CreateIndexOptions self() {
        return this;
    }

    CreateIndex operation() {
        return new CreateIndex(index(), concurrently, ifNotExists);
    }
}
