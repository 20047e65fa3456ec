package dev.headway.op;

import dev.headway.schema.Constraint;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A check that is being declared. */
public final class CheckDraft implements Supplier<Constraint> {
    private final @Nullable String name;
    private final String condition;
    private boolean validated = true;

    CheckDraft(@Nullable String name, String condition) {
        this.name = name;
        this.condition = condition;
    }

    /**
     * Does not look at the rows that are there; {@link Operations#validateConstraint} does so later. Databases that cannot
     * look later look at once.
     */
    public CheckDraft notValid() {
        validated = false;
        return this;
    }

    /** Returns what was declared. */
    @Override
    public Constraint get() {
        return new Constraint.Check(name, condition, validated);
    }
}
