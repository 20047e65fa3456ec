package dev.headway.op;

import dev.headway.schema.Constraint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unique constraint that is being declared.
 *
 * @since 0.1
 */
public final class UniqueDraft extends DeferrableDraft<UniqueDraft> {
    private final @Nullable String name;
    private final List<String> columns;
    private boolean nullsNotDistinct;

    UniqueDraft(@Nullable String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** Treats nulls as equal values (PostgreSQL 15). */
    public UniqueDraft nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    @Override
    UniqueDraft self() {
        return this;
    }

    @Override
    Constraint constraint() {
        return new Constraint.Unique(name, columns, nullsNotDistinct, deferral());
    }
}
