package dev.headway.op;

import dev.headway.schema.Constraint;
import dev.headway.schema.Deferral;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A unique constraint that is being declared. */
public final class UniqueDraft implements Supplier<Constraint> {
    private final @Nullable String name;
    private final List<String> columns;
    private boolean nullsNotDistinct;
    private Deferral deferral = Deferral.NOT_DEFERRABLE;

    UniqueDraft(@Nullable String name, List<String> columns) {
        this.name = name;
        this.columns = columns;
    }

    /** Takes one null for another (PostgreSQL 15). */
    public UniqueDraft nullsNotDistinct() {
        nullsNotDistinct = true;
        return this;
    }

    /** Lets a transaction ask for the check to come at its end. */
    public UniqueDraft deferrable() {
        deferral = Deferral.DEFERRABLE;
        return this;
    }

    /** Lets the check come at the end of the transaction. */
    public UniqueDraft initiallyDeferred() {
        deferral = Deferral.INITIALLY_DEFERRED;
        return this;
    }

    /** Returns what was declared. */
    @Override
    public Constraint get() {
        return new Constraint.Unique(name, columns, nullsNotDistinct, deferral);
    }
}
