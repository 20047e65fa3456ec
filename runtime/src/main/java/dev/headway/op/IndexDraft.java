package dev.headway.op;

import java.util.List;

/**
 * The definition of an index that is dropped.
 *
 * @since 0.1
 */
public final class IndexDraft extends IndexOptions<IndexDraft> {
    IndexDraft(String name, String table, List<String> columns) {
        super(name, table, columns);
    }

    @Override
    IndexDraft self() {
        return this;
    }
}
